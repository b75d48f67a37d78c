// A .docx from hand-made XML: what a writer could have written, and what none should.
import { archive, entry } from '../../www/files/zip.js';

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Paragraphs and tables, and whatever other parts there are, as the bytes of a file. */
export async function packed(body, { numbering, styles, parts = {}, relations = '' } = {}) {
  const kinds = Object.entries({ numbering, styles }).filter(([, xml]) => xml !== undefined);
  const all = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${kinds.map(([kind]) => `<Relationship Id="${kind}" Type="${OFFICE}/${kind}" Target="${kind}.xml"/>`).join('')}${relations}</Relationships>`,
    'word/document.xml': document(body),
    ...Object.fromEntries(kinds.map(([kind, xml]) => [`word/${kind}.xml`, `<w:${kind} xmlns:w="${W}">${xml}</w:${kind}>`])),
    ...parts,
  };
  return archive(await Promise.all(Object.entries(all).filter(([, xml]) => xml !== null).map(([name, xml]) => entry(name, xml))));
}

export const document = (body) => `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>${body}</w:body></w:document>`;

/** A paragraph; `properties` go into its w:pPr. */
export const p = (content, properties = '') => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
export const r = (words, properties = '') => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
export const numbered = (words, num, level = 0) => p(r(words), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${num}"/></w:numPr>`);
export const level = (at, format, text, more = '') => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
export const abstract = (id, ...content) => `<w:abstractNum w:abstractNumId="${id}">${content.join('')}</w:abstractNum>`;
export const num = (id, to, overrides = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="${to}"/>${overrides}</w:num>`;
