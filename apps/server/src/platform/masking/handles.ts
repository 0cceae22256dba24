import { folded } from './lists.js';
import { isLogin } from './logins.js';
import type { Pattern } from './pattern.js';
import { isGivenName } from './people.js';
import { isThing } from './things.js';
import { isWordOf } from './words.js';

/** Names of accounts: behind an @, in profiles and folders, and where somebody says that one is theirs. */
const SITES =
  'git ?hub|git ?lab|bit ?bucket|telegram|tg|insta(?:gram)?|ig|twitter|tiktok|discord|slack|skype|linkedin|mastodon|bluesky|reddit|twitch|snap(?:chat)?|facebook|fb|kaggle|codewars|hacker ?rank|leetcode|stack ?overflow|codepen|youtube|xbox|psn';
const OWN = `(?:handle|user ?names?|usernames?|user|nick(?:name)?|login|gamer ?tag|tag|screen name|account(?: name)?|profile|alias|usuari[oa](?: de \\p{L}+)?|cuenta(?: de \\p{L}+)?|perfil)`;
const ACCOUNT = '@?([\\p{L}\\d_][\\p{L}\\d_.-]{1,38}[\\p{L}\\d_](?:#\\d{4})?)(?![\\p{L}\\d@(])';

/** Names of accounts that everybody has, and words that are none. */
const COMMON =
  /^(?:admin|administrator|root|guest|test|tests?er|user|users|username|usuario|null|none|nil|undefined|true|false|name|system|bot|github|git|app|postgres|mysql|www-data|ubuntu|runner|node|me|your|you|is|es|the|and|for|not|no|on|with|account|profile|page|public|shared|default|anonymous|example|myuser|foo|bar|baz|octocat|service|id|ids|links?|login|repo|repository|actions?|pages|desktop|classroom|here|now|then|that|este|esta|esto|para|con|que|por|del|los|las|una|nuevo|nueva|vac[íi][oa]|required|invalid|unknown|missing|empty)$/iu;
/** Words behind an @ that belong to code: decorators, packages, rules of style sheets. */
const AT_WORDS =
  /^(?:media|import|keyframes|font-face|supports|layer|container|property|override|param|params|returns?|throws|deprecated|see|example|type|typedef|default|todo|types|babel|angular|nestjs|testing-library|staticmethod|classmethod|dataclass|pytest|app|router|Component|Injectable|Input|Output|Module|Controller|RestController|Service|Repository|Get|Post|Put|Delete|Patch|Test|BeforeEach|AfterEach|Override|Deprecated|Autowired|Entity|Column|Id|Bean|Transactional|GetMapping|PostMapping|RequestMapping|PathVariable|RequestBody|SpringBootApplication|Configuration|Value|Query|Body|Param|UseGuards|Inject|ViewChild|Nullable|NotNull|Suppress|SuppressWarnings|abstractmethod|cached|lru_cache|wraps|fixture|patch|mock|parametrize|page|charset|apply|tailwind|include|mixin|use|extend|if|else|for|each|end|everyone|here|channel|team|group|todos|equipo|canal|all|latest|next|click|submit|change|input|State|Binding|Published|Environment|main|MainActor|objc|available|escaping|internal|author|since|version|link|code|private|public|readonly|throws|exception|api|beta|alpha|rc|stable|master|v\d.*)$/;

const isOwn = (name: string): boolean => !COMMON.test(name) && /\p{L}/u.test(name);
/** One that is written as no word is, so that "my GitHub is down" tells of nobody. */
const isStrange = (name: string): boolean =>
  isOwn(name) && (/[\d_-]|\p{L}\.\p{L}/u.test(name) || /\p{Ll}\p{Lu}/u.test(name) || name.length > 8);
/** One that is no word that code or speech would put there. */
const isStrangeWord = (name: string): boolean =>
  !isThing(folded(name)) &&
  folded(name)
    .split(/[._-]/)
    .some((part) => !/^\d*$/.test(part) && !isWordOf('en', part) && !isWordOf('es', part) && !isThing(part));

export const HANDLES: readonly Pattern[] = [
  {
    kind: 'HANDLE',
    form: /(?<![\p{L}\d./@:])@(?=[\p{L}\d_.-]*\p{L})[\p{L}\d_][\p{L}\d_.-]{1,38}[\p{L}\d_](?![\p{L}\d@/(])/gu,
    holds: (name) => !AT_WORDS.test(name.slice(1)),
  },
  {
    kind: 'HANDLE',
    form: new RegExp(
      `(?<![\\p{L}])(?:(?:my|her|his|their|our|mi|su|tu|el|on|at|en) (?:\\p{L}+ )?)?(?:${SITES})(?: (?:${OWN}|as|me))?(?: (?:is|es|now|ahora|soy|como|i'm|i am)|:|,)+ ${ACCOUNT}`,
      'giu',
    ),
    holds: isStrange,
  },
  {
    kind: 'HANDLE',
    form: new RegExp(
      `(?<![\\p{L}])(?:${OWN}|${SITES})(?: (?:on|in|at|en) (?:\\p{L}+ )?(?:${SITES}|the forum|the channel|the course|the chat|el foro|el canal|el chat|el curso|\\p{L}+))?(?: (?:is|es|was|era)|:) ["'“]?${ACCOUNT}`,
      'giu',
    ),
    holds: isStrange,
  },
  {
    kind: 'HANDLE',
    form: /(?<![\p{L}])(?:I'm|I’m|I am|she's|he's|she is|he is|soy|estoy como|find me as|me as|mine is|mine's|mine:|el mío es|la mía es|go by|add me[:,]?|agrégame[:,]?|búscame como|sígueme en) @?((?=[\p{L}\d_.-]*[\d_])[\p{L}\d_][\p{L}\d_.-]{2,38}[\p{L}\d_])(?![\p{L}\d@(])/giu,
    holds: isStrange,
  },
  {
    kind: 'HANDLE',
    form: /(?<![\p{L}])(?:user(?:_?name|_?id)?|login|usuario|author|autor|owner|assignee|reviewer|actor|nick|alias|handle|committer|created_by|updated_by|student|alumno)["']?\s?(?:=|:)\s?["'@]{0,2}((?=[\p{L}\d_.-]*[\p{Ll}])[\p{L}][\p{L}\d_.-]{2,38})(?![\p{L}\d@(/:])/gu,
    holds: (name) =>
      isOwn(name) && /^[\p{Ll}\d_.-]+$/u.test(name) && !isWordOf('en', folded(name)) && !isWordOf('es', folded(name)),
  },
  {
    // FIXME(name), TODO(name): of a person, where it is no number of an issue.
    kind: 'HANDLE',
    form: /(?<![\p{L}])(?:TODO|FIXME|XXX|HACK|NOTE|REVIEW|OPTIMIZE|BUG)[([]@?([\p{Ll}][\p{L}\d_.-]{1,38})[)\]]/gu,
    holds: isOwn,
  },
  {
    kind: 'HANDLE',
    form: /(?<![\p{L}\d.])(?:https?:\/\/)?(?:www\.)?(?:linkedin\.com\/in|t\.me|instagram\.com|twitter\.com|x\.com|facebook\.com|tiktok\.com\/@|gitlab\.com\/u|codepen\.io|kaggle\.com|medium\.com\/@|github\.com)\/@?([\p{L}\d_][\p{L}\d_.-]{1,38}[\p{L}\d_])(?![\p{L}\d_.-]*\/)/gu,
    holds: isOwn,
  },
  {
    kind: 'HANDLE',
    form: /(?:\/home\/|\/Users\/|[A-Z]:\\+Users\\+|(?<![\p{L}])~)([\p{L}\d_][\p{L}\d_. -]{1,30}?[\p{L}\d_])(?=[\\/\s"':]|$)/gu,
    holds: isOwn,
  },
  {
    // By its shape alone: jpark, r.delacroix.
    kind: 'HANDLE',
    form: /(?<![\p{L}\d@./\\_$-])\p{Ll}[\p{Ll}\d]*(?:[._][\p{Ll}\d]+){0,2}(?![\p{L}\d(@/_\\=-]|\.\p{L}|::|:\/\/)/gu,
    holds: (name) => name.length > 3 && isLogin(name),
  },
  {
    // Where only somebody can stand, whatever it is called: blamed, assigned, merged by.
    kind: 'HANDLE',
    form: /(?<![\p{L}])(?:git blame (?:says|shows|points (?:at|to)|dice|muestra|apunta a)|(?:assigned|reassigned|handed over|belongs) to|asignad[oa] a|(?:merged|pushed|opened|closed|approved|reviewed|committed|commits?|PRs?|reverted|branch|cambios|commiteado|subido|mergeado|aprobado|revisado|abierto|cerrado) (?:by|from|por)|(?:PR|MR|pull request|branch|commit|fork|rama|repo) (?:of|de)|ssh|su -|sudo -u|chown|log(?:ged)? in as|sign(?:ed)? in as|entra(?:r|s)? como|user|usuari[oa]|username|login|handle|cc|reviewer|assignee) @?((?=[\p{Ll}\d_.-]*\p{Ll})[\p{Ll}][\p{Ll}\d_.-]{1,28}[\p{Ll}\d])(?![\p{L}\d(/_=-])/gu,
    holds: (name) => isOwn(name) && isStrangeWord(name),
  },
  {
    // A line of a chat: "[10:32] kofi: done", "<marta> hola".
    kind: 'HANDLE',
    form: /(?:^|\n)\s*(?:[([]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]m)?[)\]]?\s*(?:[-–—]\s*)?(?:([\p{L}][\p{L}\d_.-]{1,28})(?=:\s|>)|<([\p{L}][\p{L}\d_.-]{1,28})>)|<([\p{L}][\p{L}\d_.-]{1,28})>(?=\s))/gu,
    holds: isOwn,
  },
  {
    // Two lines and more of a chat without times.
    kind: 'HANDLE',
    form: /(?<=^|\n)([\p{Ll}][\p{L}\d_.-]{1,20}): (?=.*\n[\p{Ll}][\p{L}\d_.-]{1,20}: |[^\n]*$)(?<=\n[^\n]*|(?=[^\n]*\n))/gu,
    holds: (name) => isOwn(name) && (isStrangeWord(name) || folded(name).split(/[._-]/).some(isGivenName)),
  },
];
