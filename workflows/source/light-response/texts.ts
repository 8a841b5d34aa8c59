import type { Language } from '../../../core/judgement/judgement.js';
import type { WorkflowTexts } from '../builder.js';

export const texts: Readonly<Record<Language, WorkflowTexts>> = {
	en: {
		title: 'Shared: answer red lights with notes, objections and decisions',
		nodes: {
			noteForm: 'Form: context note',
			objectionForm: 'Form: objection',
			decisionForm: 'Form: decision',
			mineForm: 'Form: my lights',
			noteAsked: 'A note is written',
			objectionAsked: 'An objection is made',
			decisionAsked: 'A decision is made',
			mineAsked: 'The page is asked for',
			request: 'What is asked',
			settings: 'Settings',
			lightsTable: 'Create table pt_lights',
			notesTable: 'Create table pt_notes',
			peopleTable: 'Create table pt_people',
			people: 'Read pt_people',
			isPage: 'Page or answer?',
			allLights: 'Read pt_lights',
			allNotes: 'Read pt_notes',
			page: 'Choose what this person may see',
			showPage: 'Show my lights',
			oneLight: 'Read the light',
			record: 'Check and record the answer',
			keepNote: 'Store in pt_notes',
			changesLight: 'Changes the light?',
			keepLight: 'Store with the light',
			thanksEnd: 'Say what happens next',
			refusedEnd: 'Say why not',
			tryIt: 'Try it with a sample light',
			sample: 'Sample light and people',
			sampleObjection: 'Sample: the developer objects',
			samplePage: 'Sample: the developer’s page',
		},
		settings: {
			baseUrl: 'Address of n8n as people open it, for links',
			timeZone: 'Time zone',
			holidays: 'Holidays (CN for Chinese statutory holidays, or none)',
			companyOff: 'Company days off, e.g. 2026-12-31',
			companyWorking: 'Additional working days',
			language: 'Language (en or zh-CN)',
		},
		labels: {
			noteTitle: 'Context note on a light',
			noteAbout: 'Write what the numbers do not say. Your note goes with the light to your mentor or team lead.',
			noteButton: 'Send the note',
			factor: 'What is it about?',
			external: 'External dependency',
			environment: 'Environment interference',
			other: 'Other',
			noteText: 'Note',
			notePlaceholder: 'e.g. The third-party lab had no slot, so the same module was changed again and again',
			objectionTitle: 'Object to a light',
			objectionAbout: 'Is a light about you wrong? It is marked as disputed until it is answered, at the latest in 15 working days. Your HRBP can then see it too.',
			objectionButton: 'Send',
			action: 'What do you want to do?',
			object: 'Object to this light',
			withdraw: 'Withdraw my objection',
			reason: 'Reason',
			objectionPlaceholder: 'e.g. Two of the pull requests were closed because the requirement was dropped',
			decisionTitle: 'Decide about a light',
			decisionAbout: 'For the mentor, team lead or HRBP. The person concerned sees your decision and its reason. Answer an open objection first.',
			decisionButton: 'Send',
			decision: 'What do you decide?',
			helpAgreed: 'Help is agreed',
			outsideCause: 'Caused by something outside',
			nothingNeeded: 'Nothing needs to be done',
			review: 'Objection: take it up',
			uphold: 'Objection: upheld, the light counts no more',
			reject: 'Objection: rejected, the light stands',
			decisionPlaceholder: 'e.g. We pair on the module this week',
			mineTitle: 'My lights',
			mineAbout: 'The lights about you, and those you are asked to help with. Nobody else’s.',
			mineButton: 'Show',
			seeMine: 'Your lights:',
			sampleReason: 'Two of the days were a planned migration of the module.',
		},
		notes: {
			main: `## Answer red lights with notes, objections and decisions

**For:** developers, mentors, team leads and HRBPs; set up by IT specialists.

**What it does:** a red light asks for help and feeds no score by itself. Here people answer it: the person concerned writes a context note or objects, and the mentor, team lead or HRBP decides. Everyone signs in to n8n first and sees only what is theirs.

### Set up
1. Execute **Try it with a sample light**: an objection and a page, nothing is stored.
2. Enter the address of n8n and the calendar in **Settings**.
3. Run the HR directory workflow: the e-mail of the n8n account must be that of the person in \`pt_people\`.
4. Publish the workflow. The forms are \`/form/pt-light-note\`, \`/form/pt-light-objection\`, \`/form/pt-light-decision\` and \`/form/pt-my-lights\`; tasks link to them.

**Who can see a light:** the person concerned and the mentor or team lead; the HRBP once the person objects. Everyone else reads the same refusal, whether the light exists or not.
**Stores:** each answer in \`pt_notes\`, decision and objection with the light in \`pt_lights\`. An objection is due in 15 working days; an upheld one restates the light.
**To undo:** withdraw the objection, or decide again; the log keeps both.

Needs n8n 2.41 or later, self-hosted (community nodes).`,
			forms: 'Four forms behind n8n’s sign-in. The address carries the key of the light; the person comes from the sign-in and from no field.',
			visible: 'Who may see and do what is checked here, in the one place of the pack that decides about visibility.',
			sample: 'Works without any account. Nothing is stored.',
		},
	},
	'zh-CN': {
		title: '共用：对红灯填写备注、提出异议、作出决定',
		nodes: {
			noteForm: '表单：备注',
			objectionForm: '表单：异议',
			decisionForm: '表单：决定',
			mineForm: '表单：我的红灯',
			noteAsked: '填写了备注',
			objectionAsked: '提出了异议',
			decisionAsked: '作出了决定',
			mineAsked: '查看页面',
			request: '收到的请求',
			settings: '设置',
			lightsTable: '创建数据表 pt_lights',
			notesTable: '创建数据表 pt_notes',
			peopleTable: '创建数据表 pt_people',
			people: '读取 pt_people',
			isPage: '查看还是答复？',
			allLights: '读取 pt_lights',
			allNotes: '读取 pt_notes',
			page: '选出本人可见内容',
			showPage: '显示我的红灯',
			oneLight: '读取该红灯',
			record: '核对并记录',
			keepNote: '存入 pt_notes',
			changesLight: '红灯有变更？',
			keepLight: '随红灯保存',
			thanksEnd: '告知后续步骤',
			refusedEnd: '告知原因',
			tryIt: '用示例红灯试运行',
			sample: '示例红灯与人员',
			sampleObjection: '示例：研发人员提出异议',
			samplePage: '示例：研发人员的页面',
		},
		settings: {
			baseUrl: '用户访问 n8n 的地址（用于链接）',
			timeZone: '时区',
			holidays: '节假日（CN 为中国法定节假日，或 none）',
			companyOff: '公司休息日，例如 2026-12-31',
			companyWorking: '额外工作日',
			language: '语言（zh-CN 或 en）',
		},
		labels: {
			noteTitle: '红灯备注',
			noteAbout: '请说明数字未能反映的情况。备注会随红灯一并转交您的导师或团队负责人。',
			noteButton: '提交备注',
			factor: '属于哪类因素？',
			external: '外部依赖',
			environment: '环境干扰因子',
			other: '其他',
			noteText: '备注',
			notePlaceholder: '例如：第三方检测机构排期未到，同一模块需反复修改',
			objectionTitle: '对红灯提出异议',
			objectionAbout: '认为与您有关的红灯有误？答复前该红灯标记为有异议，最迟 15 个工作日内答复。提出后，您的 HRBP 也可查看该红灯。',
			objectionButton: '提交',
			action: '您要做什么？',
			object: '对该红灯提出异议',
			withdraw: '撤回我的异议',
			reason: '理由',
			objectionPlaceholder: '例如：其中 2 个 PR 因需求取消而关闭',
			decisionTitle: '对红灯作出决定',
			decisionAbout: '由导师、团队负责人或 HRBP 填写。当事人可以看到您的决定和理由。如有未处理完的异议，请先处理异议。',
			decisionButton: '提交',
			decision: '您的决定',
			helpAgreed: '已约定协助',
			outsideCause: '由外部原因造成',
			nothingNeeded: '无需处理',
			review: '异议：开始复核',
			uphold: '异议：成立，该红灯不再采用',
			reject: '异议：不成立，该红灯维持不变',
			decisionPlaceholder: '例如：本周一起结对处理该模块',
			mineTitle: '我的红灯',
			mineAbout: '与您有关的红灯，以及请您协助的红灯。不含其他人的红灯。',
			mineButton: '查看',
			seeMine: '查看我的红灯：',
			sampleReason: '其中 2 天为该模块的计划内迁移。',
		},
		notes: {
			main: `## 对红灯填写备注、提出异议、作出决定

**适用对象：** 研发人员、导师、团队负责人与 HRBP；由 IT 专员设置。

**作用：** 红灯用于提示需要协助，本身不计入任何评分。在这里由人来答复：当事人填写备注或提出异议，导师、团队负责人或 HRBP 作出决定。所有人须先登录 n8n，且只能看到与自己有关的内容。

### 设置步骤
1. 执行 **用示例红灯试运行**：可看到一次异议和一个页面，不存储任何内容。
2. 在 **设置** 中填写 n8n 的访问地址和日历。
3. 运行人事目录工作流：n8n 账号的邮箱须与 \`pt_people\` 中该人员的邮箱一致。
4. 发布本工作流。表单地址为 \`/form/pt-light-note\`、\`/form/pt-light-objection\`、\`/form/pt-light-decision\` 和 \`/form/pt-my-lights\`，待办中附有链接。

**可见范围：** 当事人及其导师或团队负责人；当事人提出异议后，HRBP 也可查看。其他人无论该红灯是否存在，看到的提示都相同。
**存储内容：** 每次答复存入 \`pt_notes\`；决定和异议随红灯存入 \`pt_lights\`。异议应在 15 个工作日内答复；异议成立的红灯作数据重述。
**如何撤销：** 撤回异议，或重新作出决定；记录中两者都保留。

需要自托管的 n8n 2.41 或更高版本（社区节点）。`,
			forms: '四个表单均须登录 n8n。地址中带有红灯的键；人员身份只取自登录，不取自任何填写项。',
			visible: '谁能查看、谁能操作，都在此处核对，由本包统一的可见性判断决定。',
			sample: '无需任何账号即可试运行，不存储任何内容。',
		},
	},
};
