import type { Language } from './words.js';

/** What stands around names: each is matched against what comes before a word, or behind it. */

/** Titles and introductions, behind which even a word is a name: "Dr Stone", "se llama Luz". */
const INTRODUCED = [
  /\b(?:my|her|his|their|our|your|whose) (?:full |real |first |last |sur|nick|middle )?name(?: is|'s|’s|:)\s+["“«]?$/i,
  /\b(?:goes by|go by|known as|calls? (?:me|him|her|them)|called|named|call me|nicknamed) ["“«]?$/i,
  /(?<![\p{L}])(?:mr|mrs|ms|mx|miss|dr|dra|prof|profe|professor|sir|madam|doctor|dame|sr|sra|srta|don|doña|profesor|profesora|señor|señora|señorita|seño|d|dña|dn|lic|ing|arq|mtro|mtra|maestro|maestra|herr|frau|madame|mme|monsieur|signora?|auntie|aunt|uncle|tía|tío|sister|brother|father|mother|imam|rabbi|nurse|coach|captain|sgt)\.?\s+$/iu,
  /(?:^|[\s¡¿(])(?:me llamo|te llamas|se llaman?|llamad[oa]s?|me dicen|le dicen|me llaman|le llaman|lo llaman|la llaman|apodad[oa])\s+["“«]?$/iu,
  /\b(?:mi|su|tu|nuestro|nuestra) (?:nombre(?: completo)?(?: es|:)|apellidos?(?: es| son|:)|apodo(?: es|:))\s+["“«]?$/i,
  /\b(?:mi|nuestr[oa]|su|tu) (?:apellido|nombre|apodo), $/i,
  /\b(?:my|her|his|their|our) (?:surname|last name|first name|maiden name|nickname),? (?:is )?["“«]?$/i,
];
/** The same, of relations: "my tutor Stone". */
const RELATED = [
  /(?<![\p{L}])(?:my|our|his|her|their|your) (?:(?:best|old|new|former|ex|little|big|older|younger|late|dear|lab|study|pair|group|team|project|class|course|programming|co)[ -])*(?:friend|pal|teammate|team ?mate|bestie|bro|homie|in-law|classmates?|desk ?mate|client|customer|interviewee|grandad|granddad|nan|nana|godmother|godfather|stepdad|stepmom|stepmother|stepfather|recruiter|therapist|dentist|barber|scrum master|tech lead|team lead|project lead|product owner|line manager|classmate|colleague|partner|tutor|teacher|mentor|mentee|instructor|lecturer|professor|student|coach|boss|manager|lead|brother|sister|mother|father|mum|mom|dad|son|daughter|wife|husband|cousin|uncle|aunt|niece|nephew|grandmother|grandfather|gran|grandma|grandpa|flatmate|roommate|neighbour|neighbor|supervisor|adviser|advisor|girlfriend|boyfriend|fiancée?|twin|carer|guardian|nurse|doctor|landlord|landlady|assistant|TA|buddy|mate|worker|author|examiner),? $/iu,
  /(?<![\p{L}])(?:mi|mis|nuestr[oa]s?|su|tu|la|el|al|del) (?:(?:mejor|ex|antigu[oa]|querid[oa]|viej[oa]|nuev[oa]|otr[oa]) )?(?:amig[oa]|compa|cumpa|comadre|compadre|parcer[oa]|parce|pana|cuate|carnal|tata|nana|yaya|yayo|madrina|padrino|padrastro|madrastra|yerno|nuera|clienta?|entrevistad[oa]|enfermer[oa]|psicólog[oa]|dentista|scrum master|product owner|tech lead|seño|mister|compañer[oa]|compi|colega|tutor|tutora|profe|profesor|profesora|maestr[oa]|herman[oa]|hermanit[oa]|madre|padre|mamá|papá|hij[oa]|prim[oa]|tí[oa]|sobrin[oa]|abuel[oa]|jef[ea]|marido|mujer|espos[oa]|novi[oa]|pareja|vecin[oa]|mentor|mentora|cuñad[oa]|suegr[oa]|niet[oa]|soci[oa]|líder|alumn[oa]|director|directora|orientador|orientadora|psicólog[oa]|médic[oa]|caser[oa])(?: de (?:grupo|equipo|clase|piso|curso|trabajo|prácticas|laboratorio|tesis|proyecto))?,? $/iu,
  /(?<![\p{L}])(?:the|that|this|our) (?:new |other |old |tall |quiet )?(?:girl|guy|lad|boy|kid|bloke|chap|woman|man|intern|janitor|nurse|teacher|owner|client|lecturer),? $/iu,
  /(?<![\p{L}])(?:el|la|al|del) (?:profe|profesor|profesora|tutor|tutora|alumno|alumna|estudiante|instructor|instructora|compañer[oa]|doctor|doctora|señor|señora|mentor|mentora|ingenier[oa]|becari[oa]|delegad[oa]|ayudante|coordinador|coordinadora|director|directora)\s+$/iu,
  /(?<![\p{L}])(?:student|classmate|tutor|mentor|instructor|lecturer|teammate|colleague|applicant|candidate|patient|client|customer|learner|intern|alumna|alumnus|facilitator|facilitators|speaker|host) $/iu,
  /\b(?:attn|contact|author|reviewers?|owner|assignee|assigned to|reported by|written by|reviewed by|mentors?|students?|teachers?|tutors?|instructors?|chair|host|speaker|presenter|note ?taker|scribe|facilitator|driver|navigator|signed|from|para|autor[a]?|revisor[a]?|responsable|ponente|moderador[a]?|secretari[oa]|alumn[oa]|titular|beneficiary|beneficiari[oa])(?::|,)\s+$/iu,
  /(?<![\p{L}])(?:a nombre de|on behalf of|in the name of|account holder|for the attention of|a la atención de)\s+$/iu,
];
/** Greetings, thanks, and farewells. */
const GREETED =
  /(?:^|[\s"“«(¡!,.])(?:dear|hi|hello|hey|yo|hiya|morning|good morning|good evening|afternoon|evening|bye|thanks|thanks a lot|thank you|thx|ty|many thanks|thanks to|thank you to|shout ?out to|kudos to|props to|congrats|congratulations|happy birthday|welcome|sorry|well done|nice one|good job|great work|regards|kind regards|best regards|best wishes|cheers|sincerely|best|love|warmly|signed|yours|yours sincerely|yours truly|respectfully|hola|buen trabajo|bien hecho|gran trabajo|excelente|genial|bravo|perfecto|ojo|buenas|buenos días|buenas tardes|querid[oa]|estimad[oa]|gracias|gracias a|muchas gracias|mil gracias|saludos|un saludo|atentamente|cordialmente|un abrazo|abrazos|besos|adiós|oye|oiga|che|perdona|perdón|felicidades|enhorabuena|bienvenid[oa]|ánimo|cariños|att|atte|chao|aplausos para)[,:!.]?(?:\s|\s*\n\s*|\s*[-–—]\s*)$/iu;
/** What people are dealt with by, right before them. */
const DEALT =
  /(?:^|[\s("“«¿¡])(?:ask|asked|asking|tell|told|telling|ping|pinged|thank|thanked|meet|met|remind|reminded|message|messaged|dm|emailed|paired? with|pairing with|sit with|sat with|chat with|chatted with|spoke to|spoke with|talk to|talked to|talking to|let|helped|help|gave|give|show|showed|taught|teach|invite|invited|blame|blamed|nobody told|waiting for|waiting on|on behalf of|according to|reviewed by|written by|reported by|found by|done by|made by|designed by|fixed by|led by|chaired by|suggested by|assigned to|cc|from|feedback for|feedback from|pregúnt(?:a|ale|enle|ele|adle) a|pregunt(?:é|o|ar|arle|aron|amos) a|(?:le |les )?(?:dije|dijo|dijeron|di|dio|dimos|dejé|dejó|pedí|pidió|pregunté|preguntó|escribí|escribió|mandé|mandó|envié|envió|pasé|pasó|presté|enseñé|expliqué|debo|toca) a|(?:\p{L}+(?:[ae]n?|á|é|í)|d[ií])les? a|decir a|decirle a|avis(?:ó|a|ar|é|en|ad) a|ayud(?:ó|a|ar|é) a|gracias a|invit(?:ó|a|ar|é) a|espera(?:r|ndo|mos)? a|con|junto a|frente a|según|de parte de|revisado por|hecho por|escrito por|propuest[oa] por|apoyad[oa] por|encontrado por|detectado por|reportado por|(?:el|la|los|las|al|del) (?:nota|notas|PR|MR|repo|fork|commits?|mensaje|entrega|tarea|pantalla|compu|computadora|laptop|cuenta|usuario|teclado|proyecto|equipo|grupo|ejercicio|examen|respuesta|pregunta|solución|comentarios?|mamá|papá|hij[oa]|herman[oa]|novi[oa]|prim[oa]) de|la rama de|el código de|el portátil de|el ordenador de|el correo de|la idea de|la propuesta de|la parte de|el turno de|la casa de|el cumpleaños de|el número de|el teléfono de)\s$/iu;
/** These make a name only of a word that could be one: "I am Ludmila", and not "I am Spanish". */
const WEAK = /(?:^|[\s("“¿¡,])(?:I am|I'm|I’m|im|this is|it's|it’s|it is|it was|soy|aquí|habla|i am)\s+$/i;
/** Small words that make a thing of what they stand before. */
const OF_THINGS =
  /(?:^|[\s("“«¿¡])(?:an|the|this|these|those|some|any|each|every|no|un|una|unos|unas|los|las|este|esta|cada|use|uses|used|using|install|installed|import|imports|run|runs|running|via|into|under|inside|usa|usar|usando|usamos|uso|usé|instala|instalar|importa)\s$/iu;
/** An article in English, and in Spanish what stands before persons. */
const ARTICLE = /(?:^|[\s("“«])a\s$/i;
const OF_PLACES =
  /(?:^|[\s("“«¿¡])(?:in|near|around|outside|visit|visited|visiting|(?:am|is|are|'m|’m|'s|’s|comes?|came|live|lives|lived|moved?|fly|flew|travel) (?:from|to|in)|based in|city of|town of|university of|en|desde|hacia|cerca de|ciudad de|universidad de|provincia de|(?:soy|es|son|somos|vengo|viene|venimos) de|(?:voy|va|vamos|viaj\p{L}+|mud\p{L}+) a)\s$|[,(] (?:from|de) $/iu;

export const isIntroduced = (before: string): boolean => INTRODUCED.some((cue) => cue.test(before));
export const isRelated = (before: string): boolean => RELATED.some((cue) => cue.test(before));
export const isGreeted = (before: string): boolean => GREETED.test(before);
export const isDealtWith = (before: string): boolean => DEALT.test(before);
export const isWeaklyIntroduced = (before: string): boolean => WEAK.test(before);
export const isThingBefore = (before: string, language: Language | undefined): boolean =>
  OF_THINGS.test(before) || (language !== 'es' && ARTICLE.test(before));
/** "a Amaranta", "con Macarena": with a capital behind it, somebody. */
export const isPersonal = (before: string): boolean => /(?<![\p{L}])(?:a|con|y a)\s$/u.test(before);
export const isPlaceBefore = (before: string): boolean => OF_PLACES.test(before);

const SPEAKS =
  'said|says|say|wrote|writes|told|tells|thinks|thought|asked|asks|believes|knows|knew|reckons|suggested|suggests|explained|explains|agreed|agrees|promised|promises|offered|offers|complained|mentioned|mentions|noticed|noticed|claims|insists|admitted|replied|answered|confirmed|dijo|dice|escribió|escribe|cree|piensa|opina|preguntó|pregunta|explicó|explica|propuso|propone|contó|cuenta|comentó|comenta|prometió|respondió|contestó|confirmó|insiste|avisó|avisa|pidió|pide|sabe';
const ACTS =
  "saw|sees|thinks|began|begins|chose|ate|drank|fell|flew|gave|grew|held|hid|hit|hurt|let|lent|lost|rang|rose|sang|sat|shook|shot|shut|slept|sold|swore|threw|understood|woke|won|wore|got|keeps|shows|set|sets|starts|stops|tries|turns|walks|plays|pairs|presents|leads|owns|plans|sits|stays|lent|is|was|has|had|does|did|goes|went|gets|got|comes|came|keeps|kept|makes|made|takes|took|gives|gave|joins|joined|left|leaves|finds|found|merges|helps|reviews|fixes|pushes|lives|likes|loves|hates|wants|needs|works|uses|feels|felt|looks|looked|seems|knows|sent|sends|has|hasn't|hasn’t|isn't|isn’t|wasn't|doesn't|doesn’t|didn't|didn’t|can't|can’t|cannot|can|could|won't|won’t|would|should|might|may|broke|wrote|rewrote|brought|bought|built|drew|drove|forgot|forgets|lost|met|paid|put|ran|runs|read|spoke|spent|stood|taught|teaches|volunteered|deploys|still|already|just|never|always|also|really|and (?:i|me|she|he|they)|or i|from|only";
const HACE =
  'no|me|te|se|le|les|nos|lo|la tiene|es|está|estaba|era|fue|ha|había|va|vino|viene|va a|hizo|hace|puso|pone|trajo|trae|tiene|tuvo|tenía|puede|pudo|quiere|quería|quiso|usa|sigue|entrega|entiende|encuentra|vive|necesita|trabaja|llega|ya|también|nunca|siempre|sube|baja|lleva|anda|sale|entra|pierde|falta|faltó|ayuda|actualiza|revisa|prepara|presenta|coordina|modera|termina|gana|manda|envía|deja|queda|busca|juega|maneja|aprende|enseña|recomienda|sugiere|y (?:yo|él|ella)|o yo|y tú|del grupo|de mi|ni yo';
/** What people say and do, behind a name. */
const SPEAKING = new RegExp(`^["”»]?\\s(?:${SPEAKS})(?![\\p{L}])`, 'iu');
const acting = (words: string): RegExp =>
  new RegExp(
    `^["”»]?(?:\\s\\([^)]{2,25}\\))?\\s(?:${SPEAKS}|${words}|(?!need|seed|feed|speed|embed|bed|red)\\p{L}{2,}ed|\\p{L}{2,}(?:ó|ió|ará|erá|irá|aba|ía))(?![\\p{L}])`,
    'iu',
  );
const ACTING = { en: acting(ACTS), es: acting(`${ACTS}|${HACE}`) };
/** How people are spoken to, behind a name. */
const CALLED =
  /^(?:,\s(?:can|could|please|pls|you|thanks|thank|did|are|do|would|will|i|i'm|let's|what|why|how|where|when|the|your|have|may|puedes|puede|podrías|podría|por favor|porfa|me|te|gracias|perdona|qué|cómo|no|ya|mira|oye|tu|yo|eres|el|la)(?![\p{L}])|\s(?:pls|plz|please|porfa|porfi|can you|could you|did you|are you|puedes|podrías|podés|me (?:pasas|puedes|ayudas|mandas)|te (?:toca|paso|mando)|pásame|mándame)(?![\p{L}])|\s(?:u there|you there|you around|where are|u (?:ok|up)|estás|dónde|sigues|ya (?:puedes|estás|subiste))(?![\p{L}])|[?!](?:\s|$)|:\s|\s?(?:->|→|=>)\s|\s(?:here(?=[,.!]|\s(?:from|again|with)|$)|por (?:aquí|acá|aca|aqui)|al habla|al aparato))/iu;

export const speaks = (after: string): boolean => SPEAKING.test(after);
export const acts = (after: string, language: Language | undefined): boolean => ACTING[language ?? 'es'].test(after);
/** What only people do, so that a strange word before it is one. */
const AS_PEOPLE =
  /^\s(?:(?:has|had|have|is|was|will|would|already|just|also|never|still|ya|también|todavía|siempre|nunca|me|te|le|les|nos|lo|la|se|no|ha|había|está|estaba|va a|anda) ){0,2}(?:joins|joined|had it|has it|had the|has the|borrowed|pushed|merged|reviewed|forgot|forgotten|wrote|written|broke|broken|fixed|left|joined|shared|promised|agreed|offered|helped|asked|told|said|says|thinks|thought|knows|wants|wanted|needs your|likes|loves|hates|volunteered|presented|presents|paired|marked|commented|approved|assigned|booked|brought|bought|taught|explained|made|did|didn't|did not|does not know|took|takes|sent|got|went|came|comes|hasn't|can't|cannot|can’t|won't|won’t|couldn't|wouldn't|isn't|wasn't|no puede|no pudo|sick|late|ill|away|absent|off sick|on holiday|owes|subió|hizo|mandó|rompió|arregló|revisó|olvidó|escribió|dijo|dice|quiere|quería|sabe|cree|puso|trajo|trae|tiene|vino|viene|fue|llegó|faltó|ayudó|preguntó|pregunta|contó|avisó|pasó|pidió|prestó|explicó|aprobó|borró|entregó|presentó|presenta|expuso|terminó|subido|hecho|arreglado|revisado|enferm[oa]|debe|prometió|quedó|salió|está con|va con|viene tarde|llega)(?![\p{L}])/iu;
export const doesAsPeople = (after: string): boolean => AS_PEOPLE.test(after);
export const isSpokenTo = (after: string): boolean => CALLED.test(after);
/** Titles alone, behind which anything is a name. */
export const isTitled = (before: string): boolean =>
  /(?<![\p{L}])(?:mr|mrs|ms|dr|dra|padre|sor|fray|pastora?|coach|míster|miss|tía|tío|aunt|auntie|uncle|comadre|compadre|sister|brother|imam|rabbi|prof|profe|professor|profesor|profesora|doctor|sr|sra|srta|don|doña|señor|señora|me llamo|my name is|my name's)\.?\s+$/iu.test(
    before,
  );
/** Where only somebody can stand, so that any strange word is a name: "avísenle a maicol". */
export const isHandedTo = (before: string): boolean =>
  /(?<![\p{L}])(?:ask|asked|tell|told|ping|pinged|dm|remind|thank|thanked|cc|assigned to|(?:sent|gave|handed|mailed|lent|passed|gave|mandé|mandó|pasé|presté|envié)\s(?:\S+\s){0,4}(?:to|a)|poke|nudge|bug|call|called|text|email|meet|met|sitting next to|next to me is|\p{L}+(?:[ae]n?|á|é|í)les? a|les? (?:\p{L}+(?:o|é|ó|ió|ron|mos)) a)\s$/iu.test(
    before,
  );
