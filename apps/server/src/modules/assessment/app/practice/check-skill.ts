import { Injectable } from '@nestjs/common';
import { AUTOMATIC, type NothingToPractise, type PracticeQuestion } from '@tailcamp/contracts';
import type { Practised } from '../../domain/practice/standing.js';
import { type ItemRow, LibraryStore } from '../../store/library/library-store.js';
import { PracticeStore } from '../../store/practice/practice-store.js';
import { AskQuestion } from './ask-question.js';
import { Practisable } from './practisable.js';

/** Which questions close something that is learnt, of one skill. */
export interface Check {
  campId: string;
  memberId: string;
  skill: string;
  track: string;
  /** Their names, in the order they are asked. */
  questions: readonly string[];
}

/** How far a member is with a check. */
export interface Checked {
  questions: number;
  answered: number;
  /** At the last time each. */
  right: number;
}

export interface CheckQuestion {
  question: PracticeQuestion | null;
  check: Checked;
  nothing: NothingToPractise | null;
}

/**
 * Questions that close a lesson. They are answered as practice is, and count as it does; but they are asked though no
 * attempt has shown them. Nothing here asks for permission: the caller has.
 */
@Injectable()
export class CheckSkill {
  constructor(
    private readonly library: LibraryStore,
    private readonly store: PracticeStore,
    private readonly practisable: Practisable,
    private readonly ask: AskQuestion,
  ) {}

  async standing(check: Check): Promise<Checked> {
    return standingOf(await this.itemsOf(check), lastAnswers(await this.store.ofMember(check.memberId)));
  }

  /** The next question that is not right yet: those never answered first, then the one answered longest ago. */
  async next(check: Check): Promise<CheckQuestion> {
    const { campId, memberId, skill, track } = check;
    const items = await this.itemsOf(check);
    const last = lastAnswers(await this.store.ofMember(memberId));
    const standing = standingOf(items, last);
    const nothing = await this.practisable.heldUp(campId, memberId, track);
    if (nothing !== null) return { question: null, check: standing, nothing };
    const open = items.filter(({ id }) => last.get(id)?.right !== true);
    const waiting = await this.store.waiting(memberId);
    const stands = open.some(({ id, version }) => waiting?.itemId === id && waiting.version === version);
    if (waiting !== null && stands) return { question: await this.ask.view(waiting), check: standing, nothing };
    const at = ({ id }: ItemRow) => last.get(id)?.at.getTime() ?? 0;
    const [next] = open.sort((a, b) => at(a) - at(b));
    if (next === undefined) return { question: null, check: standing, nothing };
    const asked = await this.ask.ask(
      { campId, memberId },
      { itemId: next.id, version: next.version, skill, track },
      true,
    );
    return { question: asked === null ? null : await this.ask.view(asked), check: standing, nothing };
  }

  /** Those that are asked today and can be marked at once. */
  private async itemsOf({ campId, skill, questions }: Check): Promise<ItemRow[]> {
    const rows = new Map((await this.library.items(campId, [skill])).map((row) => [row.slug, row]));
    return questions.flatMap((name) => {
      const row = rows.get(name);
      return row?.state === 'active' && AUTOMATIC.some((kind) => kind === row.kind) ? [row] : [];
    });
  }
}

function standingOf(items: readonly ItemRow[], last: ReadonlyMap<string, Practised>): Checked {
  const answers = items.flatMap(({ id }) => last.get(id) ?? []);
  return {
    questions: items.length,
    answered: answers.length,
    right: answers.filter(({ right }) => right).length,
  };
}

/** Question → its last answer. */
const lastAnswers = (practised: readonly Practised[]): ReadonlyMap<string, Practised> =>
  new Map(practised.map((one) => [one.itemId, one]));
