/** Palabras para encontrar lecciones. */
export default {
  'search.title': 'Encontrar una lección',
  'search.lead':
    'Pregunta con tus propias palabras. Las lecciones se encuentran por lo que quieres decir, no solo por las palabras que usan.',
  'search.placeholder': '¿Cómo deshago mi último commit?',
  'search.ask': 'Buscar',
  'search.examples': 'Cómo preguntar',
  'search.none': '¿Qué te gustaría saber?',
  'search.noneHow':
    'Una pregunta entera funciona mejor que una sola palabra. La mayoría de las lecciones están en inglés; pregunta mejor en inglés. Por ejemplo:',
  'search.example1': 'How do I undo my last commit?',
  'search.example2': 'Why does my function print None?',
  'search.example3': 'How many clusters should I choose?',
  'search.found': 'Lecciones',
  'search.about': 'Parece tratar de',
  'search.draft': 'borrador',
  'search.nothing': 'Nada responde a «{question}»',
  'search.nothingHow':
    'Dilo con otras palabras, nombra la cosa misma y no su síntoma, o deja fuera los detalles. La mayoría de las lecciones están en inglés.',
  'search.toCamp': 'Ir al campamento',
  'search.wordsAlone':
    'Ahora solo se han comparado palabras, no lo que se quiere decir: prueba con las palabras que usaría una lección.',
  'search.lesson': 'Lección',
  'search.around': 'Alrededor',
  'search.readHere': 'Puedes leerla esté o no en tu camino; lo que hayas leído cuenta allí.',
  'search.publishedHere': 'Esto es lo que lee el alumnado.',
  'search.toSkill': 'Aprender la habilidad entera',
  'search.toStudio': 'Abrir en el estudio',
  'search.others': 'Más lecciones de {skill}',
  'search.all': 'Encontrar lecciones sobre «{question}»',
} as const;
