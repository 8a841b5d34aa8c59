/** A fact about a version that a column of a list can hold. */
export type VersionColumn =
	| 'document'
	| 'name'
	| 'number'
	| 'uploadedAt'
	| 'modifier'
	| 'changeNote'
	| 'state'
	| 'effectiveFrom'
	| 'withdrawnAt'
	| 'deficiencyLetter'
	| 'size'
	| 'sha256'
	| 'url'
	| 'sourceId'
	| 'author'
	| 'authoredAt'
	| 'reviewer'
	| 'reviewedAt'
	| 'approver'
	| 'approvedAt'
	| 'approvedSha256'
	| 'approvals';

/** Headings under which lists have these facts; compared without case, width and blanks. */
export const VERSION_COLUMNS: Readonly<Record<VersionColumn, readonly string[]>> = {
	document: ['document', 'document id', 'document no', 'document number', 'doc no', 'path', '文件编号', '文档编号', '文件标识'],
	name: ['name', 'title', 'file name', 'filename', 'document name', '文件名称', '文件名', '文档名称', '标题', '名称'],
	number: ['number', 'version', 'version number', 'revision', 'rev', '版本', '版本号', '版次'],
	uploadedAt: ['uploaded at', 'uploadedat', 'upload time', 'date', 'when', 'time', 'created', 'author_date', 'commit_date', '上传时间', '上传日期', '日期'],
	modifier: ['modifier', 'modified by', 'uploaded by', 'author_name', 'user', '修改人', '上传人', '修改者'],
	changeNote: ['change note', 'changenote', 'note', 'comment', 'message', 'subject', 'modification note', '修改备注', '修改说明', '备注'],
	state: ['state', 'status', '状态'],
	effectiveFrom: ['effective from', 'effectivefrom', 'effective date', '生效日期', '生效时间'],
	withdrawnAt: ['withdrawn at', 'withdrawnat', 'withdrawal date', '撤回日期', '撤回时间', '作废日期'],
	deficiencyLetter: ['deficiency letter', 'deficiencyletter', '补正通知', '补正通知编号'],
	size: ['size', 'bytes', '大小', '字节数'],
	sha256: ['sha256', 'sha-256', 'content hash', '内容哈希'],
	url: ['url', 'link', '链接', '地址'],
	sourceId: ['source id', 'sourceid', 'sha', 'id', '来源标识'],
	author: ['author', 'drafted by', '起草人'],
	authoredAt: ['authored at', 'authoredat', 'drafted at', '起草时间', '起草日期'],
	reviewer: ['reviewer', 'reviewed by', '审核人'],
	reviewedAt: ['reviewed at', 'reviewedat', '审核时间', '审核日期'],
	approver: ['approver', 'approved by', '批准人'],
	approvedAt: ['approved at', 'approvedat', 'approval date', '批准时间', '批准日期'],
	approvedSha256: ['approved sha256', 'approved sha-256', 'approvedsha256', 'approved hash', '批准内容哈希'],
	approvals: ['approvals', 'approval trail', '审批记录'],
};

/** Words of lists for the states. */
export const STATE_WORDS: Readonly<Record<string, string>> = {
	draft: 'draft',
	草稿: 'draft',
	inreview: 'inReview',
	'in review': 'inReview',
	审核中: 'inReview',
	approved: 'approved',
	已批准: 'approved',
	effective: 'effective',
	已生效: 'effective',
	有效: 'effective',
	superseded: 'superseded',
	obsolete: 'superseded',
	已被替代: 'superseded',
	withdrawn: 'withdrawn',
	已撤回: 'withdrawn',
	已作废: 'withdrawn',
	rejected: 'rejected',
	已驳回: 'rejected',
};
