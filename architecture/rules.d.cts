import type { IForbiddenRuleType } from 'dependency-cruiser';

export declare const MAY_USE: Record<string, string[]>;
export declare function rulesFor(at: string): IForbiddenRuleType[];
