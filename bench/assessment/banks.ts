import { fileURLToPath } from 'node:url';
import { AUTOMATIC, type Item } from '@tailcamp/contracts';
import { contentOf, readTracks, SHIPPED } from '@tailcamp/server/assessment';
import { authoredParameters, ItemBank } from '@tailcamp/server/assessment/engine';

export interface NamedBank {
  readonly name: string;
  readonly bank: ItemBank;
}

/** The banks of the tracks that come with the program, of the questions that have a key, as their authors describe them. */
export async function shippedBanks(): Promise<readonly NamedBank[]> {
  const { files, problems: unread } = await readTracks(fileURLToPath(SHIPPED));
  const { content, problems } = contentOf(files);
  const [problem] = [...unread, ...problems];
  if (problem !== undefined) throw new Error(`${problem.file} ${problem.at}: ${problem.message}`);
  const automatic = content.items.filter(isAutomatic);
  return content.tracks.map(({ id, skills }) => {
    const own = new Set(skills.map((skill) => skill.id));
    const items = automatic
      .filter(({ skill }) => own.has(skill))
      .map((item) => ({ id: item.id, skill: item.skill, parameters: authoredParameters(item) }));
    return { name: id, bank: new ItemBank(skills, items) };
  });
}

function isAutomatic({ kind }: Item): boolean {
  return AUTOMATIC.some((one) => one === kind);
}
