/** Without accents and in small letters, so that lists and texts meet. */
export const folded = (word: string): string =>
  word.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase();

/** The words of a list; `_` stands for a blank within one. */
const words = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .trim()
      .split(/\s+/)
      .map((word) => folded(word.replace(/_/g, ' '))),
  );

/** Words of English and Spanish that are somewhere a first or last name, and begin sentences here. */
export const WORDS = words(`
  a about above after again against all almost alone along already also although always am among an and another any anyone anything are
  around as ask at away back be because been before began begin behind being below best better between big both bring but by call can
  cannot check choose class close code come could day dear deep did do does doing done down each early easy either else end enough even
  ever every everyone everything example explain few find first fix follow for four from full get give go going good got great group
  had half hand hard has have having he hello help her here hers hi high him his how however i if in indeed inside instead into is it its
  just keep kind know large last late later learn least leave less let like little long look made make man many may maybe me mean might
  mine more most much must my name near need never new next nice no nobody none nor not note nothing now of off often old on once one
  only open or other others our out over own part people perhaps place please point pull push put question quite rather read ready really
  right run said same say see seem sent set she short should show side since small so some someone something sometimes soon sorry start still
  stop student students such sure take task team tell test than thank thanks that the their them then there these they thing think this those
  though three through time to today together tomorrow too try turn two under until up update us use used using very wait want was way we week
  well were what when where whether which while who whole whom whose why with within without word work working write wrong year yes
  yesterday yet you young your yours best_regards regards cheers sincerely signed love attn cc ps re fwd
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
  mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep oct nov dec
  english spanish french german italian portuguese dutch polish chinese japanese korean arabic russian greek latin american british european
  indian irish scottish turkish swedish danish norwegian finnish mexican spaniard catalan basque
  mr mrs ms mx miss dr prof professor doctor sir madam senior junior jr sr
  lesson chapter section figure table exercise module unit part step milestone sprint project camp course track room lab office building
  north south east west central university college school institute department faculty street avenue road
  él ella ellos ellas nosotros vosotros usted ustedes yo tú un una unos unas el la los las lo al del de en con sin por para según sobre
  entre desde hasta hacia tras ante bajo contra durante mediante y e o u ni que quien cual cuando como donde cuanto si no sí también
  tampoco pero mas sino aunque porque pues así entonces luego después antes ahora hoy ayer mañana siempre nunca jamás aquí ahí allí este
  esta esto estos estas ese esa eso esos esas aquel aquella aquello mi mis tu tus su sus nuestro nuestra nuestros nuestras es son era
  eran fue fueron ser soy eres somos está están estaba estoy hay había he ha han hemos tiene tienen tengo hace hacen hacer puede pueden
  puedo debe deben quiero quiere necesito necesita creo cree gracias hola buenos buenas querido querida estimado estimada saludos
  atentamente señor señora señorita don doña sra srta dña dra profesor profesora tutor tutora alumno alumna estudiante compañero compañera
  grupo equipo clase curso tarea pregunta ejercicio lección proyecto ejemplo respuesta código programa función todos todas todo toda cada
  otro otra otros otras mismo misma algo alguien nada nadie mucho mucha muchos muchas poco poca muy más menos bien mal mejor peor
  primero primera segundo tercero último uno dos tres cuatro cinco lunes martes miércoles jueves viernes sábado domingo enero febrero marzo
  abril mayo junio julio agosto septiembre octubre noviembre diciembre español española inglés inglesa francés alemán italiano qué quién
  cuál cuándo cómo dónde cuánto por_qué hice hizo dije dijo dice dicen ayuda ver mira leer escribir usar usa use cambia cambié añade añadí
  nací nació vivo vivimos trabajo trabajé trabajamos estudio estudié encontré escribí pregunté llegué llegó vive llama llamo escribe envía pide dile pregunta habla contacta mándale avisa
`);

/** First names that are words too: alone at the beginning of a sentence they are no name. */
export const AMBIGUOUS = words(`
  will mark bill grace rose hope faith art jack sky summer autumn joy dawn eve guy max ray rob rich sue pat chase chance hunter mason carter
  cooper baker page case drew frank iris ivy lily olive pearl ruby amber crystal penny melody harmony destiny trinity angel miles major
  prince king royal sage reed wade dale glen cliff heath forest river stone brook lane parker taylor tanner chandler christian sterling
  porter link price bishop dean duke earl grant lance skip wall woods young long short small brown white black green gray grey rusty sandy
  gene jean jules june april may august dot ginger honey merry misty patience prudence star storm sunny victor virgo wren zen josh herb
  jimmy jerry mercy merit noble north west east loyal just jewel ernest earnest colt clay buck bud cash chip chuck dash dolly gale
  sol luz mar paz rosa flor alba cruz ángel pilar rocío dolores consuelo mercedes esperanza victoria gloria blanca domingo león santos leal
  rey marco salvador clara marina concepción encarnación nieves remedios reyes socorro soledad rosario asunción candela estrella perla
  linda bella dulce celeste violeta margarita iris gema aurora belén fe caridad amparo trinidad camino
  val cap tab bit ram rem sol mac ari ada alma eden blue indigo ocean lake sea bay ash elm oak flora fauna data
`);

/** Who and what courses speak of by name, whole or a word of it, and places; none of them is a person at hand. */
export const NOT_PERSONS = words(`
  marie_curie curie ada_lovelace lovelace alan_turing turing grace_hopper hopper edsger_dijkstra dijkstra donald_knuth knuth thomas_bayes bayes
  bayesian carl_friedrich_gauss gauss gaussian euler leonhard_euler fibonacci isaac_newton newton albert_einstein einstein charles_darwin
  darwin karl_pearson pearson spearman claude_shannon shannon stephen_kleene kleene alonzo_church church markov andrey_markov monte_carlo
  george_boole boole boolean hamming huffman levenshtein richard_bellman bellman ford bellman-ford prim kruskal floyd warshall
  floyd-warshall edgar_codd codd barbara_liskov liskov martin_fowler fowler kent_beck uncle_bob conway melvin_conway moore amdahl little
  parkinson pareto maslow tuckman bruce_tuckman belbin dunning kruger dunning-kruger hawthorne hooke laplace fourier nyquist poisson
  bernoulli binomial weibull cauchy student's wilcoxon mann whitney mann-whitney kolmogorov smirnov shapiro wilk fisher ronald_fisher
  tim_berners-lee berners-lee linus_torvalds torvalds dennis_ritchie ritchie ken_thompson brian_kernighan kernighan james_gosling
  guido_van_rossum van_rossum brendan_eich eich bjarne_stroustrup stroustrup margaret_hamilton katherine_johnson john_von_neumann
  von_neumann neumann rosalind_franklin florence_nightingale nightingale blaise_pascal pascal galileo galilei leonardo_da_vinci
  charles_babbage babbage geoffrey_hinton hinton yann_lecun lecun yoshua_bengio bengio andrew_ng fred_brooks brooks gerald_weinberg
  jakob_nielsen nielsen don_norman fitts hick miller ebbinghaus dweck carol_dweck vygotsky bloom benjamin_bloom feynman richard_feynman
  shakespeare cervantes don_quijote quijote quixote socrates sócrates plato platón aristotle aristóteles pythagoras pitágoras euclid euclides
  ramón_y_cajal santiago_ramón_y_cajal picasso goya velázquez frida_kahlo alice bob eve mallory trent carol alice_and_bob john_doe jane_doe
  ohm volt watt joule kelvin celsius fahrenheit hertz tesla edison mersenne fermat riemann hilbert gödel cantor venn euler's gantt kanban
  kano likert turing's moore's conway's bayes' occam ockham murphy hanlon goodhart brooks's
  python java javascript typescript ruby julia pascal perl rust go kotlin scala elixir erlang haskell clojure dart lua swift cobol fortran
  jenkins jupyter docker kafka cassandra mercurial jekyll hugo gatsby vue angular react svelte ember flask django rails spring jest vitest
  mocha jasmine chai grafana prometheus selenium cypress ansible vagrant postman oracle mongo mongodb redis neo4j apache maven gradle ant
  gradle nginx caddy traefik helm istio terraform pulumi kubernetes linux ubuntu debian fedora windows android firefox chrome safari edge
  opera lighthouse figma slack zoom teams discord trello jira asana linear notion github gitlab gitea git amazon google apple microsoft
  mozilla meta netflix twitter facebook instagram whatsapp wikipedia stack_overflow arch mac macbook chromebook kindle raspberry numpy pandas polars keras pytorch tensorflow scikit-learn
  scikit matplotlib seaborn plotly airflow spark hadoop hive flink tableau excel word powerpoint outlook eclipse netbeans intellij vim emacs
  babel webpack vite rollup parcel prettier eslint biome storybook playwright puppeteer express fastify nest next nuxt remix astro deno bun node
  axios prisma drizzle sequelize hibernate lombok junit mockito gherkin cucumber sql mysql sqlite postgres postgresql mariadb
  titanic iris mnist imagenet penguins palmer_penguins boston_housing wine_quality
  scrum agile lean kaizen tailcamp opusnode camp html css http https json yaml xml csv api rest graphql url uri dom cdn dns tcp udp ip ssh tls
  ssl jwt oauth cors csrf xss cpu gpu ram ssd usb pdf png jpeg svg utf ascii unicode iso ietf rfc owasp ieee acm
  paris londres london madrid berlin vienna viena rome roma lisbon lisboa dublin edinburgh cambridge oxford barcelona sevilla seville valencia bilbao
  granada toledo salamanca zaragoza málaga malaga sydney melbourne victoria austin boston chicago denver houston dallas phoenix seattle
  portland florence charlotte orlando georgia virginia carolina dakota washington lincoln jackson madison montgomery jordan chad india china
  japan israel kenya cuba peru perú chile argentina colombia mexico méxico brazil brasil spain españa france francia germany alemania italy
  italia portugal ireland irlanda england scotland wales britain poland polonia holland sweden norway denmark finland greece turkey egypt
  morocco marruecos europe europa africa áfrica asia america américa amsterdam brussels bruselas prague praga warsaw moscow tokyo seoul
  beijing delhi mumbai cairo lagos nairobi santiago lima bogotá caracas montevideo buenos_aires new_york los_angeles san_francisco
  san_diego san_josé san_sebastián santa_cruz santa_fe silicon_valley stanford harvard yale princeton berkeley mit eth
  andalucía galicia asturias aragón navarra murcia extremadura cataluña cantabria
`);
