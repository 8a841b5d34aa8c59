import type { Talk } from '../../../core/minutes/index.js';

/** A talk of Wang Fang with Li Wei; both made up. */
export const talkOf = (own: Partial<Talk> = {}): Talk => ({
	id: 'T-1', manager: '王芳', employee: '李伟', managerNames: ['Wang Fang'], employeeNames: ['Li Wei'], at: '2026-03-02T09:00:00+08:00', end: '2026-03-02T09:30:00+08:00',
	held: null, url: 'https://wiki.example.com/t1', source: null, team: null, department: null, recordedAt: null, views: null, ...own,
});
