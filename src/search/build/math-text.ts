import type { Element, ElementContent } from 'hast';

/** MathML as a reader would type it on one line: `softmax((QK^⊤)/(√(d_k)))V`. */
export function mathText(node: ElementContent): string {
  if (node.type === 'text') return node.value.replace(/[\u2061-\u2064\s]+/g, '');
  if (node.type !== 'element') return '';
  return elementText(node);
}

const inside = ({ children }: Element): string => children.map(mathText).join('');

/** Brackets where leaving them out would change the meaning. */
const grouped = (text: string): string => ([...text].length > 1 && !/^\(.*\)$/.test(text) ? `(${text})` : text);

function elementText(node: Element): string {
  const parts = node.children.filter((child) => child.type === 'element').map(mathText);
  const [base = '', first = '', second = ''] = parts;
  switch (node.tagName) {
    case 'annotation': return '';
    case 'semantics': return base;
    case 'mfrac': return `${grouped(base)}/${grouped(first)}`;
    case 'msqrt': return `√${grouped(inside(node))}`;
    case 'mroot': return `${first}√${grouped(base)}`;
    case 'msub':
    case 'munder': return `${base}_${grouped(first)}`;
    case 'msup': return `${base}^${grouped(first)}`;
    case 'mover': return base + first;
    case 'msubsup':
    case 'munderover': return `${base}_${grouped(first)}^${grouped(second)}`;
    case 'mtable': return parts.join('; ');
    case 'mtr': return parts.filter((cell) => cell !== '').join(' ');
    case 'mspace': return ' ';
    default: return inside(node);
  }
}
