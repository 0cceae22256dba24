/** Ways to speak to whoever grades, in English and Spanish; each is looked for within a sentence or two. */
const TO_THE_GRADER: readonly RegExp[] = [
  /\b(ignore|disregard|forget|override|bypass|ignora|ignore|olvida|omite|descarta)\b.{0,60}\b(instructions?|prompt|rubric|criteria|guidelines|instrucciones|rubrica|criterios)\b/,
  /\b(give|award|assign|grant|mark|score|rate|dame|ponme|pon|otorga|asigna|concede|califica)\b.{0,60}\b(full|maximum|max|highest|top|perfect|best possible)\b.{0,20}\b(marks?|points?|scores?|grades?|levels?|credit|rating)\b/,
  /\b(dame|da|ponme|pon|otorga|asigna|concede|califica|merece)\w{0,6}\b.{0,60}\b(maxim[oa]s?|todos los|mejor|mas alt[oa])\b.{0,20}\b(notas?|puntos|puntuacion|calificacion|nivel(es)?)\b/,
  /\b(la|el|los) (nota|puntuacion|calificacion|nivel|puntos) (maxim[oa]s?|mas alt[oa]s?)\b/,
  /\b(dear|note (to|for)|message (to|for)|attention|hello|hey|estimad[oa]|querid[oa]|nota para|mensaje para|atencion)\b.{0,25}\b(grader|examiner|evaluator|marker|grading (model|system|ai)|ai|llm|language model|assistant|corrector|evaluador|calificador|modelo|asistente)\b/,
  /\b(you are|act as|behave as|eres|actua como)\b.{0,40}\b(grader|examiner|evaluator|assistant|language model|lenient|generous|corrector|evaluador|calificador|asistente|generos[oa])\b/,
  /(^|\n)\s*(#+\s*)?(system|assistant|developer|sistema)( (message|prompt|note))?\s*:/,
  /<\|?\s*(im_start|im_end|system|endoftext)|\[\/?inst\]|<\/?\s*(answer|rubric|question|sample)\s*>/,
  /["'](criterion|confidence|addressesgrader)["']\s*:/,
  /\b(this|my|the) (answer|solution|code|text|submission)\b.{0,30}\b(deserves?|merits?|should (get|receive|be (given|awarded|graded|scored|marked))|must (get|receive|be (given|awarded|graded|scored|marked))|has (already )?been (graded|approved|awarded)|was (graded|approved))\b/,
  /\b(est[ae]|mi|la) (respuesta|solucion|texto|codigo)\b.{0,30}\b(merece|debe (recibir|obtener)|ya (fue|ha sido) (calificad|aprobad|corregid))/,
  /\b(do not|don't|never|no)\b.{0,30}\b(deduct|take off|descuent|quit|rest)\w{0,4}\b.{0,30}\b(points?|marks?|score|puntos|nota)\b/,
  /\b(set|mark|pon|marca)\b.{0,30}\b(every|each|all|tod[oa]s?)\b.{0,20}\b(criteri(on|a|os?)|levels?|niveles)\b/,
  /\b(grader|examiner|evaluator|evaluador|corrector)\b.{0,60}\b(must|should|will|please|debe|por favor)\b/,
];

/** Characters that nobody sees, with which a text can be hidden in another: zero-width ones and tags. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]|[\u{e0000}-\u{e007f}]/gu;
const TAGS = /[\u{e0020}-\u{e007e}]+/gu;

/**
 * Parts of an answer that speak to the grader instead of answering. One that is found only sends the answer to a person,
 * so a harmless one costs a look.
 */
export function addressesGrader(answer: string): string[] {
  const hidden = [...answer.matchAll(TAGS)].map(([tags]) =>
    [...tags].map((tag) => String.fromCodePoint((tag.codePointAt(0) ?? 0) - 0xe0000)).join(''),
  );
  const seen = answer.replace(UNSEEN, '');
  const decoded = [...seen.matchAll(/[A-Za-z0-9+/]{24,}={0,2}/g)].map(([text]) =>
    Buffer.from(text, 'base64').toString('utf8'),
  );
  return [seen, ...hidden, ...decoded].flatMap((text) => passages(text).filter(speaksToGrader));
}

const speaksToGrader = (passage: string): boolean => {
  const plain = passage
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\S\n]+/g, ' ');
  return TO_THE_GRADER.some((form) => form.test(plain));
};

/** Sentences, each with the one after it: a request may be begun in one and made in the next. Long ones are cut. */
function passages(text: string): string[] {
  const sentences = text.match(/[^.!?\n]{1,400}[.!?\n]*/g) ?? [];
  return sentences.map((sentence, at) => (sentence.length < 60 ? sentence + (sentences[at + 1] ?? '') : sentence));
}
