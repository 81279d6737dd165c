import type { Phrases } from '../phrases';

export const departmentPhrases = {
  departments: {
    list: ['列表'],
    set: ['设置', '添加', '新增', '新建'],
    import: ['导入'],
    rename: ['改名', '重命名'],
    remove: ['删除', '移除'],
    form: ['编辑', '表单'],
    tally: ['统计'],
  },
  organisation: {
    here: ['这里', '在这里', '发在这里', '开'],
    off: ['关', '停止', '关闭'],
  },
  parts: {
    organisation: ['全公司', '公司', '组织', '整个公司', '整个组织'],
    department: ['部门'],
  },
} satisfies Pick<Phrases, 'departments' | 'organisation' | 'parts'>;
