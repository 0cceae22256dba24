/**
 * Questions that lessons seldom answer though their words stand in them: how the camp is run and by whom, what is
 * somebody's own life, work to be done in the learner's place, and talk. In English and Spanish.
 */
const BESIDES: readonly RegExp[] = [
  /\b(when|what (time|day|date)|which (day|room)|where|is there|cu[aá]ndo|a qu[eé] hora|qu[eé] d[ií]a|d[oó]nde)\b.*\b(camp|course|class starts?|lecture|session starts?|presentation|exam|quiz|deadline|demo day|zoom|assignment|curso|campamento|clase|presentaci[oó]n|examen|entrega|plazo)\b/i,
  /\b(who|qui[eé]n(es)?)\b.*\b(my|our|this|the|mi|mis|nuestr[oa]s?|este|el|la)\b.*\b(group|team|instructor|teacher|tutor|mentor|camp|project|grupo|equipo|profesor[a]?|campamento|proyecto)\b/i,
  /\bwho (will|is going to|can|grades?|teaches|leads)\b|\bqui[eé]n (va a|puede|corrige|califica|ense[nñ]a)\b/i,
  /\bwhat (did|does|do|has|is|are)\b.*\b(my|our) (team ?mates?|group|classmates?|partner|instructor|teacher)\b|\b(mi|mis) (compa[nñ]er[oa]s?|profesor[a]?)\b/i,
  /\b(my|mi|mis)\b.*\b(grades?|marks?|points|score|account|attendance|certificate|deadline|nota|notas|puntos|cuenta|certificado)\b/i,
  /\b(change|reset|forgot|forgotten|cambiar|cambio|olvid[eé])\b.*\b(my|mi) (password|e-?mail|name|contrase[nñ]a|correo|nombre)\b/i,
  /\b(extension|attendance|mandatory|enrol|enroll|certificate|refund|tuition|pass (the|this) (course|camp|class)|(switch|change|leave|move) .*\b(group|team)|pr[oó]rroga|asistencia|obligatori[oa]|matr[ií]cula|aprobar (el|este) curso|cambiar de (grupo|equipo)|certificado)\b/i,
  /\b(do|write|solve|finish|complete|translate|haz|escribe|resuelve|termina|traduce)\b.*\b(homework|essay|poem|report|for me|my (assignment|exercise|thesis)|cover letter|deberes|ensayo|informe|poema|por m[ií]|mi (tarea|trabajo))\b/i,
  /\b(answers?|solutions?|right options?|correct options?|respuestas?|soluciones|opci[oó]n correcta)\b.*\b(quiz|check|test|exam|step|question|cuestionario|examen|paso|pregunta)\b/i,
  /\b(girlfriend|boyfriend|wife|husband|parents|lonely|depressed|overwhelmed|sad|my life|salary|earn|university|novi[oa]|padres|triste|sueldo|mi vida|ganar|universidad)\b/i,
  /\b(my|a|any|un|mi) (job|career|jobs|trabajo|empleo)\b|\b(should i|which .*) (buy|become)\b|\b(debo|deber[ií]a) (comprar|dejar)\b/i,
  /^\W*(hi|hello|hey|thanks|thank you|good (morning|evening|afternoon)|how are you|hola|gracias|buen[oa]s (d[ií]as|tardes|noches))\b/i,
  /\b(your name|do you (think|like|feel)|can you (move|give|send|call|meet)|who are you|tu nombre|qui[eé]n eres|qu[eé] opinas)\b/i,
  /\b(until when|by when|(which|what) room|tomorrow|tonight|(on|next|this) (mon|tues|wednes|thurs|fri|satur|sun)days?|hasta cu[aá]ndo|qu[eé] aula|ma[nñ]ana|(el|los) (lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bados?|domingos?))\b/i,
  /^\W*(are|will|would|could|do|can) you\b(?! (please )?(explain|show|help|tell|give|describe|compare|say))|\b(love|hate) you\b|\bte (quiero|odio)\b/i,
  /\b(joke|weather|recipe|horoscope|football|chiste|receta|el tiempo (que hace|hoy|ma[nñ]ana)|f[uú]tbol)\b/i,
];

export const isBesides = (question: string): boolean => BESIDES.some((pattern) => pattern.test(question));
