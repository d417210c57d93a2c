import type { Issue } from '../lib/issue.ts';
import { didYouMean } from '../lib/nearest.ts';
import type { Tag } from '../markdown/facts.ts';
import { plainTags, proseTags, type AttributeRule, type TagRule } from '../markdown/tags.ts';
import { eachText, issueIn } from './check.ts';

type Complaint = readonly [message: string, hint: string];

const bare: TagRule = { place: 'inline', attributes: {}, example: '' };
const rules = new Map<string, TagRule>([
  ...Object.entries(proseTags),
  ...plainTags.map((name) => [name, { ...bare, example: `<${name}>` }] as const),
]);

function unknownTag({ name }: Tag, figures: ReadonlySet<string>): Complaint {
  const known = [...Object.keys(proseTags), ...figures].toSorted();
  if (/^[a-z]/.test(name)) {
    return [`不能写 HTML 标签 <${name}>`,
      `HTML 只可以用 ${plainTags.join('、')}；其余用 Markdown，或下列标签：${known.join('、')}。`];
  }
  return [`未知的标签 <${name}>`, `${didYouMean(name, known)}可以用的标签：${known.join('、')}。`];
}

function attributeComplaint(tag: Tag, name: string, rule: AttributeRule): Complaint[] {
  const value = tag.attributes[name];
  const { values, prefix } = rule;
  if (value === undefined) return rule.required ? [[`<${tag.name}> 缺少属性 ${name}`, `写法：${rules.get(tag.name)?.example ?? ''}。`]] : [];
  if (value.startsWith('{')) return [];
  if (value.trim() === '') return [[`<${tag.name}> 的属性 ${name} 是空的`, `写法：${rules.get(tag.name)?.example ?? ''}。`]];
  if (values !== undefined && !values.includes(value)) {
    return [[`<${tag.name}> 的 ${name}「${value}」不在允许之列`, `${didYouMean(value, values)}写成下列之一：${values.join('、')}。`]];
  }
  if (prefix !== undefined && !new RegExp(`^${prefix}[a-z0-9]+(?:-[a-z0-9]+)*$`).test(value)) {
    return [[`<${tag.name}> 的 id「${value}」不合要求`, `以 ${prefix} 开头，后面只用小写字母、数字和连字符，例如 ${prefix}attention。`]];
  }
  return [];
}

function attributeComplaints(tag: Tag, rule: TagRule): Complaint[] {
  const allowed = Object.keys(rule.attributes);
  const unknown = Object.keys(tag.attributes).filter((name) => !allowed.includes(name)).map((name): Complaint => [
    `<${tag.name}> 没有属性 ${name}`,
    allowed.length === 0 ? '删去它：这个标签不带属性。' : `${didYouMean(name, allowed)}可以写的属性：${allowed.join('、')}。`,
  ]);
  return [...unknown, ...Object.entries(rule.attributes).flatMap(([name, value]) => attributeComplaint(tag, name, value))];
}

const contentNames: Readonly<Record<string, string>> = { math: '独立公式（$$ 各占一行）', table: '表格', code: '代码块' };

function structureComplaints(tag: Tag, { place, inside, holds = [], example }: TagRule): Complaint[] {
  const found: Complaint[] = [];
  if (place === 'block' && !tag.block) {
    return [[`<${tag.name}> 写在一行文字里`, `块标签独占一行，与正文之间空一行。写法：${example}。`]];
  }
  if (inside !== undefined && !inside.includes(tag.parent)) {
    found.push([`<${tag.name}> 不在 ${inside.map((name) => `<${name}>`).join('、')} 里面`, `写法：${example}。`]);
  }
  for (const part of holds.filter((name) => !tag.holds.includes(name))) {
    found.push([`<${tag.name}> 里面缺少${contentNames[part] ?? ` <${part}>`}`, `写法：${example}。`]);
  }
  return found;
}

function check(file: string, tag: Tag, figures: ReadonlySet<string>): Issue[] {
  const rule = rules.get(tag.name) ?? (figures.has(tag.name) ? bare : undefined);
  const found = rule === undefined
    ? [unknownTag(tag, figures)]
    : [...attributeComplaints(tag, rule), ...structureComplaints(tag, rule)];
  return found.map(([message, hint]) => issueIn(file, tag, message, hint));
}

/** Only the tags of the authors' table, with the attributes, the contents and in the places that it gives them. */
export const tags = eachText(({ file, facts }, _book, { figures }) => facts.tags.flatMap((tag) => check(file, tag, figures)));
