/**
 * Questions that lessons seldom answer though their words stand in them: how the camp is run, what is somebody's own life,
 * work to be done in the learner's place, and talk. In English and Spanish.
 */
const BESIDES: readonly RegExp[] = [
  /\b(when|what (time|day|date)|which (day|room)|where|is there|cu[aá]ndo|a qu[eé] hora|qu[eé] d[ií]a|d[oó]nde)\b.*\b(camp|course|class|lecture|session|presentation|exam|quiz|deadline|demo day|zoom|assignment|curso|campamento|clase|sesi[oó]n|presentaci[oó]n|examen|entrega|plazo)\b/i,
  /\b(who|qui[eé]n(es)?)\b.*\b(my|our|this|the|mi|mis|nuestr[oa]s?|este|el|la)\b.*\b(group|team|instructor|teacher|tutor|mentor|camp|grupo|equipo|profesor[a]?|campamento)\b/i,
  /\b(my|mi|mis)\b.*\b(grades?|marks?|points|score|password|account|attendance|certificate|deadline|nota|notas|puntos|contrase[nñ]a|cuenta|certificado)\b/i,
  /\b(extension|attendance|mandatory|enrol|enroll|certificate|refund|tuition|pass (the|this) (course|camp|class)|(switch|change|leave) .*\b(group|team)|pr[oó]rroga|asistencia|obligatori[oa]|matr[ií]cula|aprobar (el|este) curso|cambiar de (grupo|equipo))\b/i,
  /\b(do|write|solve|finish|complete|haz|escribe|resuelve|termina)\b.*\b(homework|essay|for me|my (assignment|exercise|thesis)|cover letter|deberes|ensayo|por m[ií]|mi (tarea|trabajo))\b/i,
  /\b(give|tell|show|dame|dime)\b.*\b(answers?|solutions?|respuestas?|soluciones)\b.*\b(quiz|check|test|exam|step|question|cuestionario|examen|paso|pregunta)\b/i,
  /\b(girlfriend|boyfriend|wife|husband|parents|lonely|depressed|overwhelmed|my life|salary|earn|novi[oa]|padres|triste|sueldo|mi vida|ganar)\b/i,
  /\b(my|a|any|un|mi) (job|career|jobs|trabajo|empleo)\b|\b(should i|which .*) (buy|become)\b|\b(debo|deber[ií]a) (comprar|dejar)\b/i,
  /^\W*(hi|hello|hey|thanks|thank you|good (morning|evening|afternoon)|how are you|hola|gracias|buen[oa]s (d[ií]as|tardes|noches))\b/i,
  /\b(joke|weather|recipe|horoscope|football|chiste|receta|el tiempo (que hace|hoy|ma[nñ]ana)|f[uú]tbol)\b/i,
];

export const isBesides = (question: string): boolean => BESIDES.some((pattern) => pattern.test(question));
