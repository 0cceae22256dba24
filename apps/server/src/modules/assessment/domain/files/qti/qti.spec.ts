import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ItemReader } from '../read-items.js';
import { readQtiItem } from './item.js';
import { PackageError, readQtiPackage } from './package.js';

const choice21 = `<?xml version="1.0" encoding="UTF-8"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="Q-17" title="A loop" adaptive="false" timeDependent="false">
  <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
    <correctResponse><value>B</value></correctResponse>
  </responseDeclaration>
  <itemBody>
    <p>How often does <code>for (let i = 0; i &lt; 3; i++)</code> run?</p>
    <choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="1">
      <prompt>Choose <strong>one</strong>.</prompt>
      <simpleChoice identifier="A">Twice <feedbackInline identifier="A" outcomeIdentifier="F" showHide="show">It begins at 0.</feedbackInline></simpleChoice>
      <simpleChoice identifier="B">Three times</simpleChoice>
      <simpleChoice identifier="C">Four times</simpleChoice>
    </choiceInteraction>
  </itemBody>
  <modalFeedback outcomeIdentifier="F" identifier="all" showHide="show"><p>It runs for 0, 1 and 2.</p></modalFeedback>
</assessmentItem>`;

const number30 = `<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="mean-of-three" title="A mean">
  <qti-response-declaration identifier="R" cardinality="single" base-type="float">
    <qti-correct-response><qti-value>2.5</qti-value></qti-correct-response>
  </qti-response-declaration>
  <qti-item-body><p>The mean of 2, 2.5 and 3 is <qti-text-entry-interaction response-identifier="R" expected-length="5"/>.</p></qti-item-body>
  <qti-response-processing>
    <qti-response-condition><qti-response-if>
      <qti-equal tolerance-mode="absolute" tolerance="0.1 0.05"><qti-variable identifier="R"/><qti-correct identifier="R"/></qti-equal>
    </qti-response-if></qti-response-condition>
  </qti-response-processing>
</qti-assessment-item>`;

const order21 = choice21
  .replace('cardinality="single"', 'cardinality="ordered"')
  .replace('<value>B</value>', '<value>C</value><value>A</value><value>B</value>')
  .replaceAll('choiceInteraction', 'orderInteraction');

describe('QTI', () => {
  const read = (text: string) => {
    const reader = new ItemReader();
    readQtiItem(reader, 'item.xml', text, 'loops');
    return reader.result;
  };

  it('2.1 gives a choice with its key, misconceptions and explanation', () => {
    expect(read(choice21).items.map(({ item }) => item)).toMatchObject([
      {
        id: 'q-17',
        kind: 'choice',
        skill: 'loops',
        stem: 'How often does `for (let i = 0; i < 3; i++)` run?\n\nChoose **one**.',
        options: [
          { text: 'Twice', because: 'It begins at 0.' },
          { text: 'Three times', right: true },
          { text: 'Four times' },
        ],
        explanation: 'It runs for 0, 1 and 2.',
      },
    ]);
  });

  it('3.0 gives a number with its tolerance, and tells that nothing explains it', () => {
    const { items, rows } = read(number30);
    expect(items.map(({ item }) => item)).toMatchObject([
      { kind: 'number', stem: 'The mean of 2, 2.5 and 3 is ____.', answer: 2.5, tolerance: 0.1 },
    ]);
    expect(rows).toMatchObject([{ was: 'noticed', reason: 'not_taken', at: 'explanation' }]);
  });

  it('gives lines in their order, several right choices and accepted texts', () => {
    expect(read(order21).items[0]?.item).toMatchObject({
      kind: 'ordering',
      lines: ['Four times', expect.stringContaining('Twice'), 'Three times'],
    });
    const many = choice21
      .replace('maxChoices="1"', 'maxChoices="0"')
      .replace('<value>B</value>', '<value>B</value><value>C</value>');
    expect(read(many).items[0]?.item).toMatchObject({ kind: 'choices' });
    const text = number30
      .replace('base-type="float"', 'base-type="string"')
      .replace('<qti-value>2.5</qti-value>', '<qti-value>mean</qti-value>')
      .replace(
        '</qti-correct-response>',
        '</qti-correct-response><qti-mapping><qti-map-entry map-key="average" mapped-value="1" case-sensitive="false"/></qti-mapping>',
      );
    expect(read(text).items[0]?.item).toMatchObject({ kind: 'text', accept: ['mean', 'average'], caseMatters: false });
  });

  it.each([
    ['a picture', choice21.replace('<p>How', '<p><img src="a.png" alt=""/>How'), 'img', 'unsupported'],
    ['a formula', choice21.replace('<p>How', '<p><math><mi>x</mi></math>How'), 'math', 'unsupported'],
    [
      'an interaction it does not know',
      choice21.replaceAll('choiceInteraction', 'hotspotInteraction'),
      'hotspotInteraction',
      'unsupported',
    ],
    [
      'an essay',
      choice21.replaceAll('choiceInteraction', 'extendedTextInteraction'),
      'extendedTextInteraction',
      'unsupported',
    ],
    [
      'no key',
      choice21.replace('<value>B</value>', ''),
      'responseDeclaration without a correct response',
      'unsupported',
    ],
    ['a test', '<assessmentTest identifier="t" title="t"/>', 'assessmentTest', 'unsupported'],
    ['no XML', '<assessmentItem>', null, 'not_xml'],
    [
      'entities of its own',
      `<!DOCTYPE x [<!ENTITY a "aaaa">]>${choice21.slice(choice21.indexOf('<assess'))}`,
      null,
      'not_xml',
    ],
  ])('tells what it does not read: %s', (_, text, at, reason) => {
    const { read: count, items, rows } = read(text);
    expect([count, items]).toEqual([1, []]);
    expect(rows).toMatchObject([{ file: 'item.xml', at, reason, was: 'refused' }]);
  });

  describe('packages', () => {
    const manifest = (resources: string) =>
      strToU8(
        `<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources>${resources}</resources></manifest>`,
      );
    const resource = (href: string, type = 'imsqti_item_xmlv2p1') =>
      `<resource identifier="${href}" type="${type}" href="${href}"/>`;

    it('are read by their manifest, and what it names beside items is told', () => {
      const bytes = zipSync({
        'imsmanifest.xml': manifest(
          resource('items/a.xml') +
            resource('b.xml', 'imsqti_item_xmlv3p0') +
            resource('gone.xml') +
            resource('t.xml', 'imsqti_test_xmlv2p1'),
        ),
        'items/a.xml': strToU8(choice21),
        'b.xml': strToU8(number30),
        't.xml': strToU8('<assessmentTest/>'),
      });
      const { read: count, items, rows } = readQtiPackage(bytes, 'loops');
      expect([count, items.map(({ file, item }) => [file, item.kind])]).toEqual([
        3,
        [
          ['items/a.xml', 'choice'],
          ['b.xml', 'number'],
        ],
      ]);
      expect(rows.map(({ file, was, reason }) => [file, was, reason])).toEqual([
        ['t.xml', 'noticed', 'unsupported'],
        ['b.xml', 'noticed', 'not_taken'],
        ['gone.xml', 'refused', 'missing'],
      ]);
    });

    it('are refused where they are none, or hold more than any course', () => {
      expect(() => readQtiPackage(strToU8('no zip'), null)).toThrow(PackageError);
      const bomb = zipSync({ 'a.xml': new Uint8Array(51_000_000) });
      expect(() => readQtiPackage(bomb, null)).toThrow(/50 MB/);
    });
  });
});
