import { ItemReader, type Place, slugOf } from '../read-items.js';
import { allNamed, type Element, firstNamed, parseXml, textOf, XmlError } from './elements.js';
import { markdownOf, NotReadable } from './markdown.js';

/** Interactions that are questions of ours. */
const READ = ['choiceInteraction', 'orderInteraction', 'textEntryInteraction', 'inlineChoiceInteraction'];

/**
 * Reads one item of QTI 2.1, 2.2 or 3.0: a single interaction of choice, order or text entry with its key.
 * What is not read is told by its element.
 */
export function readQtiItem(reader: ItemReader, file: string, text: string, fallbackSkill: string | null): void {
  const place: Place = { file, row: null };
  try {
    const root = parseXml(text);
    if (root.name !== 'assessmentItem') {
      reader.skip(place, root.name, 'unsupported', `<${root.name}> is not read: only assessment items are`);
      return;
    }
    const item = itemIn(root, (at, message) => reader.notice(place, at, 'not_taken', message));
    reader.take(place, item, fallbackSkill);
  } catch (error) {
    if (error instanceof NotReadable) reader.skip(place, error.element, 'unsupported', error.message);
    else if (error instanceof XmlError) reader.skip(place, null, 'not_xml', error.message);
    else throw error;
  }
}

/** @throws {NotReadable} */
function itemIn(root: Element, notice: (at: string, message: string) => void): Record<string, unknown> {
  const body = firstNamed(root, 'itemBody');
  if (body === undefined) throw new NotReadable('assessmentItem without itemBody');
  const interactions = elementsIn(body).filter(({ name }) => name.endsWith('Interaction'));
  const [interaction, second] = interactions;
  if (interaction === undefined) throw new NotReadable('itemBody without an interaction');
  if (second !== undefined) throw new NotReadable(`${second.name} beside another interaction`);
  if (!READ.includes(interaction.name)) throw new NotReadable(interaction.name);
  const declaration = allNamed(root, 'responseDeclaration').find(
    ({ attributes }) => attributes.identifier === interaction.attributes.responseIdentifier,
  );
  const correct = declaration === undefined ? [] : correctIn(declaration);
  if (correct.length === 0) throw new NotReadable('responseDeclaration without a correct response');
  const instead = ({ name }: Element) =>
    name === 'textEntryInteraction' || name === 'inlineChoiceInteraction'
      ? '____'
      : name.endsWith('Interaction') || name === 'feedbackBlock' || name === 'rubricBlock'
        ? ''
        : null;
  const prompt = firstNamed(interaction, 'prompt');
  const stem = [markdownOf(body.children, instead), prompt === undefined ? '' : markdownOf(prompt.children)]
    .filter((part) => part !== '')
    .join('\n\n');
  const { identifier = '', title = '' } = root.attributes;
  const explanation = explanationIn(root);
  if (explanation === null) notice('explanation', 'It comes without an explanation');
  if (firstNamed(root, 'mapping') !== undefined)
    notice('mapping', 'Points of single options are not taken: an answer is right or wrong');
  return {
    id: slugOf(identifier) ?? slugOf(title) ?? 'question',
    stem: stem || title,
    difficulty: 0,
    explanation: explanation ?? 'No explanation came with this question.',
    ...keyed(interaction, declaration?.attributes.baseType ?? 'string', correct, root),
  };
}

function keyed(
  interaction: Element,
  baseType: string,
  correct: readonly string[],
  root: Element,
): Record<string, unknown> {
  switch (interaction.name) {
    case 'choiceInteraction':
    case 'inlineChoiceInteraction': {
      const choices = allNamed(interaction, 'simpleChoice', 'inlineChoice');
      const many = interaction.attributes.maxChoices !== undefined && interaction.attributes.maxChoices !== '1';
      const options = choices.map((choice) => {
        const right = correct.includes(choice.attributes.identifier ?? '');
        const feedback = allNamed(choice, 'feedbackInline')
          .map((one) => markdownOf(one.children))
          .join(' ');
        const text = markdownOf(choice.children, ({ name }) => (name === 'feedbackInline' ? '' : null));
        return {
          text,
          ...(right && { right: true }),
          ...(!right && feedback.length >= 5 && { because: feedback.slice(0, 300) }),
        };
      });
      return { kind: many || correct.length > 1 ? 'choices' : 'choice', options };
    }
    case 'orderInteraction': {
      const texts = new Map(
        allNamed(interaction, 'simpleChoice').map((choice) => [
          choice.attributes.identifier ?? '',
          markdownOf(choice.children),
        ]),
      );
      return { kind: 'ordering', lines: correct.map((name) => texts.get(name) ?? name) };
    }
    default:
      if (baseType === 'float' || baseType === 'integer') {
        return { kind: 'number', answer: Number(correct[0]), tolerance: toleranceIn(root, Number(correct[0])) };
      }
      return {
        kind: 'text',
        accept: [...new Set([...correct, ...mappedIn(root)])],
        caseMatters: isCaseSensitive(root),
      };
  }
}

const correctIn = (declaration: Element): readonly string[] => {
  const response = firstNamed(declaration, 'correctResponse');
  return response === undefined ? [] : allNamed(response, 'value').map((value) => textOf(value).trim());
};

/** Texts that a mapping gives points for are right too. */
const mappedIn = (root: Element): readonly string[] =>
  allNamed(root, 'mapEntry')
    .filter(({ attributes }) => Number(attributes.mappedValue) > 0)
    .map(({ attributes }) => attributes.mapKey ?? '')
    .filter((text) => text !== '');

const isCaseSensitive = (root: Element): boolean =>
  allNamed(root, 'mapEntry', 'stringMatch').some(({ attributes }) => attributes.caseSensitive === 'true');

/** Of `<equal toleranceMode="absolute" tolerance="0.5 0.5">`, the wider side; relative ones are per cent of the answer. */
function toleranceIn(root: Element, answer: number): number {
  const equal = firstNamed(root, 'equal');
  const given = (equal?.attributes.tolerance ?? '').split(/\s+/).map(Number).filter(Number.isFinite);
  const widest = Math.max(0, ...given);
  return equal?.attributes.toleranceMode === 'relative' ? (Math.abs(answer) * widest) / 100 : widest;
}

function explanationIn(root: Element): string | null {
  const texts = allNamed(root, 'modalFeedback').map((feedback) => markdownOf(feedback.children));
  const whole = texts.filter((text) => text !== '').join('\n\n');
  return whole === '' ? null : whole.slice(0, 2000);
}

const elementsIn = (from: Element): readonly Element[] =>
  from.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elementsIn(child)]));
