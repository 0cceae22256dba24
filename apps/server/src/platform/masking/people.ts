import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { allLocales } from '@faker-js/faker';
import { getGender } from 'gender-detection-from-name';
import { folded } from './lists.js';
import { isProper, isWordOf } from './words.js';

const humanNames: Record<string, number> = createRequire(import.meta.url)('humannames');

/** How people are called for short, where no dictionary says so. */
const SHORT =
  'consolación visitación presentación purificación natividad anunciación ascensión asunción patrocinio auxiliadora fátima begoña montserrat guadalupe luján itatí libertad aurora amanecer victoria alegría cielo mar nube lluvia primavera abril julio augusto tránsito piedad gracia exaltación circuncisión transfiguración domitila rubí perla esmeralda violeta margarita azucena jazmín dalia celeste marina estela linda bella dulce gema coral áfrica américa israel jordán carolina florencia lourdes covadonga nieves milagros remedios dolores consuelo mercedes esperanza concepción encarnación asunción rosario pilar rocío luz paz mar sol alba cruz ángeles inmaculada soledad socorro amparo caridad trinidad candela estrella perla reyes camino belén gloria perpetua modesto justo clemente inocencio prudencio próspero plácido severo bautista domingo león salvador santos bienvenido fe flor nieve lucero azucena will mark bill grace rose hope faith art jack sky summer autumn joy dawn eve guy max ray rob rich sue pat chase chance hunter mason carter cooper baker page case drew frank iris ivy lily olive pearl ruby amber crystal penny melody harmony destiny trinity angel miles major prince royal sage reed wade dale glen cliff heath forest river stone brook lane parker taylor tanner chandler christian sterling bishop dean duke earl grant lance skip june april may august ginger honey patience prudence star storm sunny clay buck bud chip chuck dolly gale charity constance felicity verity mercy clement precious blessing gift goodness wisdom favour praise princess promise victor chance sunday friday ' +
  'ale andi beto bea bego caro chelo chema chus chuy conchi cris dani dre edu fede fer fran gabi guille isa jose josema juanjo juancho juanma juli kike lalo lola lucho lupe lupita maca mafe maite majo manolo manu maru maxi memo meli mila moni nacho nando nata nati neus oli paco pacho paloma pancho patri pau pepa pepe pili pipe pilar quique rafa richi rober rodri roci santi seba sebas sefe sergi sole susi tete tere teo tito toni toño trini vale vane vero viky viqui willy xavi xabi xisco yoli zoe al ed jo bo ty cy cj aj tj jj jb wren robin lark fern hazel holly juniper raven phoenix ocean meadow willow sparrow aspen cedar rowan basil sunshine rain snow echo blaze ace duke buddy tiny smiley ash dell blossom comfort prosper noble abby ally andy angie annie barb bea becky ben benji beth bobby brad cathy charlie chris cindy dan danny dave deb debs dee del dom don doug ed eddie ellie fred gabe gaby gary geoff greg gus hank harry ian izzy jake jackie jamie jeff jen jenny jess jim jimmy joe joey jon josh kat kate katie kathy ken kenny kim kit larry lee len leo les lex liv liz lizzie lou lucy maddie mandy matt max meg mel mick mike mitch mo molly nat nate ned nick nicky nina ollie pam pete phil rach ron ronnie ross sal sam sandy sasha shaz sid stan steph steve suzy tess theo tim tina toby tom tommy tony tracy vic vicky viv wes zac zach zak kuba olek gosia kasia basia asia ania tomek bartek maciek wojtek krzysiek jurek dima sasha misha kolya vova katya masha dasha natasha tanya olya zhenya ahmad abdul moh yaw kofi kwame kwesi kojo ama efua esi adwoa akua yaa nana abena akosua kweku kwabena emeka chidi ngozi tunde segun bola femi sade dele kemi wale uche obi ike nkem ada ifeoma chioma chinwe chidinma obinna adaeze thanh linh huong minh nhung trang thuy phuong quynh xuan hanh duc hieu khanh lien loan ngoc nguyen tran pham hoang phan vo dang bui ngo duong ly wei ming xiao jing mei ling yan hui jie hao chen zhang wang liu zhao huang zhou xu sun zhu guo lin hiroshi kenji yuki haruto sakura aoi rin sora ren jisoo minjun soyeon hyun jiho priya ravi anjali arjun deepak rohan sanjay vikram neha pooja divya kavya ananya aarav ishaan nikhil rahul suresh lakshmi';

let given: ReadonlySet<string> | undefined;
let all: ReadonlySet<string> | undefined;
let rare: ReadonlySet<string> | undefined;

/** Whether somebody is called so, as far as dictionaries of all languages in Latin letters tell; folded. */
export const isGivenName = (word: string): boolean => isUsualGivenName(word) || (isRareName(word) && !isProper(word));

/** The same, of names that count even where they are words. */
export function isUsualGivenName(word: string): boolean {
  given ??= new Set([...namesOf('first_name'), ...SHORT.split(' ').map(folded)]);
  return given.has(word);
}

/** The same, of first and last names. */
export function isName(word: string): boolean {
  all ??= new Set([...namesOf('last_name'), ...listed()]);
  return isGivenName(word) || all.has(word) || isRareName(word);
}

/** Words among them, which with a capital are names in Spanish: Macarena, Amparo. */
export const isGivenInSpanish = (word: string): boolean => word.length > 3 && getGender(word, 'es') !== 'unknown';

/** Nearly everything is somebody's name somewhere: these count where they are no words. */
function isRareName(word: string): boolean {
  rare ??= new Set(Object.keys(humanNames).map(folded));
  return (
    word.length > 2 &&
    (rare.has(word) || getGender(word) !== 'unknown') &&
    !isWordOf('en', word) &&
    !isWordOf('es', word)
  );
}

function namesOf(part: 'first_name' | 'last_name'): readonly string[] {
  const names: string[] = [];
  for (const { person } of Object.values(allLocales)) {
    const known = person?.[part];
    const lists =
      known === undefined || known === null
        ? []
        : Array.isArray(known)
          ? [known]
          : [known.generic, known.female, known.male];
    for (const name of lists.flatMap((list) => list ?? []))
      if (typeof name === 'string' && /^\p{Script=Latin}[\p{Script=Latin}'’ -]+$/u.test(name))
        for (const word of name.split(/[ -]/)) if (word.length > 2 && /^\p{Lu}/u.test(word)) names.push(folded(word));
  }
  return names;
}

/** Names in a dictionary of spelling, one a line, after comments. */
function listed(): readonly string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('@cspell/dict-people-names/cspell-ext.json'));
  const lines = readFileSync(join(folder, 'dict/people-names.txt'), 'utf8').split('\n');
  return lines.filter((line) => /^\p{Lu}\p{L}{2,}$/u.test(line)).map(folded);
}
