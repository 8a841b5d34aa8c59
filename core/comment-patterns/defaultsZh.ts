import { wordsRow } from './defaultRow.js';
import type { PatternRow } from './row.js';

const row = (...given: Parameters<typeof wordsRow> extends [unknown, ...infer Rest] ? Rest : never): PatternRow => wordsRow('zh', ...given);

const patternRow = (id: string, kind: PatternRow['kind'], pattern: string, own: Parameters<typeof row>[3] = {}): PatternRow => ({ ...row(id, kind, '', own), words: [], pattern });

/** Who asks which document prevails (以哪个为准) states no policy. */
const WHICH_PREVAILS = '(?:以|按)(?:哪|谁|何|什么).{0,10}为准|(?:哪|谁|何者).{0,10}优先|还是.{1,20}为准';

/** What a page consists of. */
const PARTS = '正文|标题|摘要|目录|附录|附件|附图|脚注|表格|表头|表|图|上文|下文|前文|后文|章|节|段|条';

/** “按旧版《检验规程》写的”: words, because they are found faster than a pattern. */
const AFTER_OLD = ['按照', '按', '照着', '照', '依据', '根据', '引用', '沿用', '用', '参照', '按的是', '照的是', '引用的是', '用的是', '用的还是'].flatMap((verb) => ['旧版', '老版', '上一版', '上个版本', '旧的', '老的', '过期', '作废', '已作废', '已废止'].map((old) => verb + old)).join('|');

/** Chinese pattern rows. */
export const CHINESE_ROWS: readonly PatternRow[] = [
	row('relation', 'relation', '冲突|矛盾|不一致|不符|对不上|打架|有出入|相悖|不匹配|不吻合|不相符|不符合|相抵触|有抵触|不统一|不一样|不相同|不相容|不兼容|不相一致|有差异|有偏差|有分歧|相左|相违背|违背|违反|有悖|相冲|定义不同|要求不同|规定不同|描述不同|口径不同|不同于'),
	row('self', 'relation', '自相矛盾|前后不一致|前后矛盾|前后不符|前后冲突|前后不统一|前后对不上|上下文不一致|上下文矛盾|自己矛盾|自己就矛盾|自己跟自己矛盾', { effect: 'SELF' }),
	// Two parts of this page: “本页表 2 和正文不一致”.
	patternRow('self-parts', 'relation', `(?:本页|本文|本文档|本文件|这一页|这页|此页|这份文档|这篇文档|该页).{0,12}(?:${PARTS}).{0,6}[和与跟同].{0,6}(?:${PARTS}).{0,8}(?:不一致|不符|对不上|矛盾|冲突|不一样|不匹配)`, { effect: 'SELF' }),
	patternRow('self-turns', 'relation', '前后(?:的)?(?:说法|描述|定义|数字|数据|内容|要求|表述|写法)(?:互相|相互|都)?(?:不一致|不符|矛盾|冲突|对不上|不一样)', { effect: 'SELF' }),
	// A document that moved on while this page did not; without a word like 不一致 beside.
	row('left-behind', 'relation', '没有同步更新|没同步更新|未同步更新|没有同步|没同步|未同步|没跟上|没有跟上|没跟着改|没有跟着改|没跟着更新|没有跟着更新|落后于|滞后于|内容过时|已经过时|已过时|过时了|内容过期|已经过期|已过期|过期了', { effect: 'OUT' }),
	row('after-old', 'relation', AFTER_OLD, { effect: 'OUT' }),
	row('outdated', 'outdated', '过时|旧版|老版|上个版本|上一版|没跟着改|未同步更新|没有更新|没更新|未更新|已作废|已废止|老界面'),
	row('document', 'document', '需求|需求说明|需求规格|说明书|方案|规格|设计稿|规范|规程|计划|报告|手册|指南|协议|制度|标准操作规程|质量标准|注册标准|检验标准|技术标准|需求说明书|需求规格书|设计说明书|使用说明书|操作规程|填写说明|操作说明|使用说明|设计说明|申报资料|知情同意书|流程表|流程图|设计输入|原型|字典|词典|编码手册|控制程序|管理程序|程序文件|工作程序|作业指导书|技术要求|任务书|授权书|批件|合同|办法|细则|章程|大纲|药典|指导原则|备忘录|量表说明|接口说明|字段说明|配置说明|功能说明|部署说明|安装说明|流程说明|政策|对照表|矩阵表|图纸|检查表|DVP|DMP|FMEA|DHF|ICF'),
	row('document-generic', 'document', '文档|文件', { effect: 'generic' }),
	row('no-document', 'notDocument', '需求方|计划外|计划内|报告人|报告时限|报告日期|方案外|规定时间|文档库|文件夹|标准化'),
	row('merge', 'merge', '合并冲突|合并分支|代码合并|合并代码|变基|分支|合并|主干|rebase|冲突标记|版本库|拉取|拉代码|拉最新|拉了最新|拉一下|推代码|推送|再推|合入|合到|合并到|自动合并|解决冲突|代码冲突|冲突文件|文件冲突了|目录冲突|目录有冲突|最新 master|最新master|先 pull|先pull|pull 一下|重新 pull|cherry-pick'),
	row('other', 'other', '时间冲突|档期|日程|利益冲突|资源冲突|端口冲突|ip 冲突|ip冲突|地址冲突|命名冲突|人员冲突|排期冲突|会议冲突'),
	// Conflicts between things of software, of a room's plan or of people: no document is in them, though one may be named beside.
	row('other-technical', 'other', '依赖冲突|依赖版本冲突|包冲突|主键冲突|唯一键冲突|键冲突|锁冲突|写入冲突|并发冲突|事务冲突|缓存冲突|哈希冲突|样式冲突|类名冲突|变量名冲突|变量冲突|函数名冲突|路由冲突|快捷键冲突|热键冲突|插件冲突|驱动冲突|软件冲突|证书冲突|域名冲突|端口号冲突|权限冲突|提交冲突|版本控制冲突'),
	row('other-people', 'other', '意见冲突|观点冲突|人际冲突|性格冲突|部门冲突|医患冲突|岗位冲突|角色冲突|职责冲突|预约冲突|场地冲突|房间冲突|工期冲突|行程冲突|航班冲突|车次冲突|假期冲突|休假冲突|排班冲突|班次冲突|库存冲突|用药冲突|药物冲突'),
	patternRow('other-booking', 'other', '(?:预订|预定|会议室|时段|排期|时间|场地|优先级|优先顺序|资源|人手|人力).{0,3}冲突'),
	patternRow('other-version', 'other', '(?:库|包|依赖|组件|驱动|插件|软件|系统|工具|运行时)(?:的)?版本.{0,3}冲突'),
	patternRow('other-persons', 'other', '(?:同事|部门|人员|团队|小组|家属|医患|员工|同学|领导).{0,3}间.{0,4}(?:冲突|矛盾|分歧)'),
	// Two measurements, or an entry and its source: no document among them.
	patternRow('other-data', 'other', '(?:两次|三次|前后两次|复测|称量|测量|化验|检测|源数据|原始数据)[^,;:和与跟同《]{0,10}(?:不一致|不符|对不上|不一样)'),
	// “… 冲突，按安装手册降级”: what to do, where nothing but things conflict.
	patternRow('other-then', 'other', '(?:^|[,;:])[^,;:和与跟同这此该本里处《]{1,20}(?:冲突|不一致|不符|对不上|矛盾),(?:请|需要|需|要|应|就|可)?(?:按照|按|根据|参照|依据|依照|见|参见|参考|详见)'),
	row('other-no-document', 'other', '与文档无关|和文档无关|跟文档无关|撞期|撞车|利益关系'),
	// A person who did not keep to a document; the documents agree.
	patternRow('other-deed', 'other', '(?:受试者|患者|病人|操作工|操作员|操作人员|员工|研究者|中心|病例|司机).{0,12}(?:违反|违背|偏离|不符合)|(?:方案|规程)(?:违背|违反|偏离)|(?:违背|违反|偏离)方案(?:的)?(?:病例|用药|合并|事件|报告|记录)'),
	row('resolved', 'resolved', '已解决|已修复|已对齐|已经解决|已经修复|已经修正|已修正|已改正|已更正|已消除|已统一|已经统一|现已|现在已|都改好了|改好了|已一致|解决了|修复了|已关闭|讨论关闭|已闭环|改掉了|改过来了|已经改|已改|已调整|不存在了|消除了|改完了|改完|已处理|处理掉了|处理完了|全部改完|问题关闭|可以关闭|现在一致|现在已经一致|已经一致|已全部'),
	patternRow('resolved-same', 'resolved', '(?:现在|目前|如今|现|已经|已)(?:已经|都|完全|已)?[和与跟同].{1,30}(?:[^不]一致|一样|相符|对上)(?:了|,|$)', { scope: 'sentence' }),
	patternRow('resolved-since', 'resolved', '已(?:经|于|在).{0,12}(?:解决|修复|修正|更正|改正|对齐|统一|消除|关闭)'),
	row('condition', 'policy', '如有|如与|如和|如存在|如发现|如果|若|一旦|倘若|万一|假如|凡|任何人|任何与|任何和|一律|不允许|不准|禁止|严禁|切勿|杜绝|不得|不应|不能|不可|避免|防止|以免', { scope: 'ahead' }),
	// “发现不一致请提交变更单”: what anybody is to do.
	patternRow('policy-report', 'policy', '(?:发现|出现|遇到).{0,30}(?:冲突|矛盾|不一致|不符|出入)(?:的|时)?(?:请|应当|应|须|需|要)(?:及时|立即|马上|先)?(?:提交|上报|报告|填写|发起|通知|提出|走)'),
	patternRow('policy-those', 'policy', '(?:冲突|矛盾|不一致|不符|出入)的[,，]?(?:以|应|须|请|需|一律|按)'),
	row('policy', 'policy', '冲突时|矛盾时|不一致时|不符时|冲突的情况|不一致的情况|出现冲突'),
	row('prevails', 'policy', '为准|优先', { scope: 'sentence' }),
	row('question', 'question', '吗|?|是否|会不会|是不是|有没有|有无|能否|难道|对吧|矛盾吧|冲突吧|不一致吧|不符吧'),
	row('question-tag', 'question', '对吗|是吗|对不对|是不是?|对吧?', { scope: 'sentence' }),
	row('negation', 'negation', '没有|并不|不再|并没有|并无|不会|不存在|未发现|没有发现|并非|不产生|不构成|不会产生|未产生', { gap: 4 }),
	row('negation-short', 'negation', '不|未|无|没', { gap: 1 }),
	row('negation-wide', 'negation', '没有发现|未发现|没发现|未见|不存在|没看出|看不出|未出现|没有任何|不会|不与|不和|未与|没觉得|不觉得|不认为|没看到|没找到|看不到|不存在任何', { gap: 16 }),
	row('quotation', 'quotation', '示例:|模板:|例句:|示例|评论模板'),
	row('double-negation', 'exception', '并非没有|不是没有|不无|不能说没有', { effect: 'negation' }),
	row('no-negation', 'exception', '不同|不仅|不止|不但|不只|无论|不管|不少|未来|未知', { effect: 'negation' }),
	row('no-merge', 'exception', '合并用药|合并疾病|合并症|合并治疗|合并给药|合并单元格|分支逻辑|分支条件|分支问题', { effect: 'merge' }),
	row('no-policy', 'exception', '若干|不能用|不应出现|优先级', { effect: 'policy' }),
	patternRow('which-prevails', 'exception', WHICH_PREVAILS, { effect: 'policy' }),
	// The question mark of such a question does not doubt the conflict.
	patternRow('which-prevails-asked', 'exception', `(?:${WHICH_PREVAILS})[^?]{0,6}\\?`, { effect: 'question' }),
	row('not-resolved', 'exception', '未解决|没有解决|没解决|尚未修复|未修复|未修正|没有修复', { effect: 'resolved' }),
	row('still', 'exception', '仍|仍然|还是|依然|依旧|但|不过|然而', { effect: 'resolved', scope: 'clause' }),
	row('no-question', 'exception', '是否修改|是否调整|是否更新|是否需要', { effect: 'question' }),
	row('no-other', 'exception', '访视日程|研究日程|试验日程', { effect: 'other' }),
	row('no-relation', 'exception', '冲突检测|冲突管理|冲突提示|冲突解决|没有出入|没出入|无出入|没有差异|没有偏差|没有分歧|没有抵触|不符合项|不符合报告|不相容职责', { effect: 'relation' }),
];
