import type { ItemParameters } from '@tailcamp/contracts';
import { ItemBank } from '../adaptive/item-bank.js';

interface Named {
  id: string;
  title: string;
}

/** A question of a frozen bank: which version is asked, and with which parameters it counts. */
export interface FrozenItem {
  /** The question's name, which is its id in the bank. */
  id: string;
  itemId: string;
  version: number;
  skill: string;
  parameters: ItemParameters;
  control: number;
}

/** All that an attempt draws from, as it was when the attempt began. */
export interface FrozenBank {
  track: Named;
  domains: readonly Named[];
  skills: readonly (Named & { domain: string; level: number; requires: readonly string[] })[];
  items: readonly FrozenItem[];
  /** Questions that somebody grades; they come last and measure no ability. */
  written: readonly { itemId: string; version: number; skill: string }[];
}

export const bankOf = ({ skills, items }: FrozenBank): ItemBank => new ItemBank(skills, items);
