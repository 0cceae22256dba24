/** Letters that no accent tells from plain ones. */
const PLAIN: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i' };

/** Without accents and in small letters, so that lists and texts meet. */
export const folded = (word: string): string =>
  /^[a-z]*$/.test(word)
    ? word
    : word
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/’/g, "'")
        .replace(/[łøđðþæœßı]/g, (letter) => PLAIN[letter] ?? letter);

/** The words of a list; `_` stands for a blank within one. */
const words = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .trim()
      .split(/\s+/)
      .map((word) => folded(word.replace(/_/g, ' '))),
  );

/** Words of English and Spanish that name nobody, whoever is called so. */
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
  mon tue wed thu fri sat sun feb apr jun jul aug sep oct nov dec
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

/** Whom courses speak of, whole or by the name that something is called after. */
export const EPONYMS = words(`
  marie_curie curie ada_lovelace lovelace alan_turing turing grace_hopper hopper edsger_dijkstra dijkstra donald_knuth knuth thomas_bayes bayes
  bayesian carl_friedrich_gauss gauss gaussian euler leonhard_euler fibonacci isaac_newton newton albert_einstein einstein charles_darwin
  darwin karl_pearson pearson spearman claude_shannon shannon stephen_kleene kleene alonzo_church markov andrey_markov monte_carlo
  george_boole boole boolean hamming huffman levenshtein richard_bellman bellman bellman-ford prim kruskal floyd warshall
  floyd-warshall edgar_codd codd barbara_liskov liskov martin_fowler fowler kent_beck uncle_bob conway melvin_conway moore amdahl little
  parkinson pareto maslow tuckman bruce_tuckman belbin dunning kruger dunning-kruger hawthorne hooke laplace fourier nyquist poisson
  bernoulli binomial weibull cauchy wilcoxon mann whitney mann-whitney kolmogorov smirnov shapiro wilk fisher ronald_fisher
  tim_berners-lee berners-lee linus_torvalds torvalds dennis_ritchie ritchie ken_thompson brian_kernighan kernighan james_gosling
  guido_van_rossum van_rossum brendan_eich eich bjarne_stroustrup stroustrup margaret_hamilton katherine_johnson john_von_neumann
  von_neumann neumann rosalind_franklin florence_nightingale nightingale blaise_pascal pascal galileo galilei leonardo_da_vinci
  charles_babbage babbage geoffrey_hinton hinton yann_lecun lecun yoshua_bengio bengio andrew_ng fred_brooks brooks gerald_weinberg
  jakob_nielsen nielsen don_norman fitts ebbinghaus dweck carol_dweck vygotsky benjamin_bloom feynman richard_feynman
  shakespeare cervantes don_quijote quijote quixote socrates sócrates plato platón aristotle aristóteles pythagoras pitágoras euclid euclides
  ramón_y_cajal santiago_ramón_y_cajal picasso goya velázquez frida_kahlo
  ohm volt watt joule kelvin celsius fahrenheit hertz tesla edison mersenne fermat riemann hilbert gödel cantor venn euler's gantt kanban
  kano likert turing's moore's conway's bayes' occam ockham murphy hanlon goodhart brooks's
  alice_and_bob bob_and_alice alice_y_bob alice_sends_bob john_doe jane_doe john_smith jane_smith foo_bar fulano_de_tal john_q_public
  jaro jaro-winkler winkler vlissides gamma,_helm,_johnson johnson_and_vlissides johnson_y_vlissides gang_of_four epanechnikov erdos heisenbug lamport
  byzantine karnaugh nagle dekker peterson cohen's fleiss kendall bonferroni tukey kaplan-meier kaplan gini lorenz nash voronoi delaunay
  bezier perlin mandelbrot sobel canny gabor haar zipf benford chebyshev chernoff jaccard minkowski mahalanobis cramer welch welch's levene
  bartlett durbin granger kalman viterbi baum gibbs metropolis hastings boltzmann glorot nesterov ackermann collatz josephus towers_of_hanoi
  torres_de_hanoi catalan stirling polya horner strassen karatsuba rabin karp pratt boyer boyce boyce-codd yates fisher-yates reed-solomon gregorian hijri edmonds dinic tarjan kosaraju kahn's bresenham
  gouraud phong lambert fenwick merkle diffie hellman diffie-hellman rivest shamir adleman schnorr elgamal feistel caesar_cipher vigenere
  adam_optimiser adamw optimizador_adam xavier_initialisation inicializacion_de_xavier rosetta demeter law_of_demeter peter_principle hofstadter
  brooks's brier platt huber lasso ridge hessian jacobian jacobi lagrange lagrangian newton-raphson runge kutta taylor_series serie_de_taylor simpson's
  bayes_net cauchy-schwarz hadamard hausdorff banach noether ramanujan sierpinski koch dirichlet lebesgue galois abelian abel peano zermelo
  wittgenstein chomsky backus naur backus-naur curry haskell_curry liskov's mccabe halstead cunningham ward_cunningham joel_spolsky mccarthy
  minsky perceptron rosenblatt wiener rorschach stroop likert's piaget skinner pavlov kolb kirkpatrick eisenhower pomodoro feynman's steve_jobs bill_gates
  mark_zuckerberg jeff_bezos elon_musk tim_cook martin_luther_king nelson_mandela gandhi mozart beethoven bach da_vinci shakespeare's romeo romeo_and_juliet
  romeo_y_julieta harry_potter sherlock_holmes hamlet frankenstein mickey_mouse garcia_marquez borges neruda unamuno lorca machado becquer nobel pulitzer
  moore_machine mealy chesterton postel postel's wirth hyrum hyrum's betteridge gall gall's sturgeon metcalfe metcalfe's peter_norvig norvig sutton barto
  hoare tony_hoare hoare's wilkes wilkinson rijndael robert_c._martin erich_gamma kernighan_and_ritchie bradley-terry elo fsrs rasch birnbaum ferguson
`);

/** What is called by a name of its own: tools, makes, data sets, words of code. */
export const THINGS = words(`
  python java javascript typescript ruby julia pascal perl rust go kotlin scala elixir erlang haskell clojure dart lua swift cobol fortran
  jenkins jupyter docker kafka cassandra mercurial jekyll hugo gatsby vue angular react svelte ember flask django rails spring jest vitest
  mocha chai grafana prometheus selenium cypress ansible vagrant postman oracle mongo mongodb redis neo4j apache maven gradle ant
  gradle nginx caddy traefik helm istio terraform pulumi kubernetes linux ubuntu debian fedora windows android firefox chrome safari edge
  opera lighthouse figma slack zoom teams discord trello jira asana linear notion github gitlab gitea git amazon google apple microsoft
  mozilla meta netflix twitter facebook instagram whatsapp wikipedia stack_overflow arch mac macbook chromebook kindle raspberry numpy pandas polars keras pytorch tensorflow scikit-learn
  scikit matplotlib seaborn plotly airflow spark hadoop hive flink tableau excel word powerpoint outlook eclipse netbeans intellij vim emacs
  babel webpack vite rollup parcel prettier eslint biome storybook playwright puppeteer express fastify nest next nuxt remix astro deno bun node
  axios prisma drizzle sequelize hibernate lombok junit mockito gherkin cucumber sql mysql sqlite postgres postgresql mariadb
  titanic iris mnist imagenet penguins palmer_penguins boston_housing wine_quality
  scrum agile lean kaizen tailcamp opusnode camp html css http https json yaml xml csv api rest graphql url uri dom cdn dns tcp udp ip ssh tls
  ssl jwt oauth cors csrf xss cpu gpu ram ssd usb pdf png jpeg svg utf ascii unicode iso ietf rfc owasp ieee acm
  tailwind bootstrap mockito gradle heroku vercel netlify render supabase firebase datadog sentry splunk kibana elasticsearch logstash elastic rabbitmq
  cassandra dynamo dynamodb lambda azure aws gcp cloudflare fastly digitalocean hetzner bitbucket subversion svn okta auth0 keycloak vault consul nomad
  packer pip poetry conda anaconda miniconda colab kaggle huggingface openai claude anthropic gemini copilot chatgpt gpt llama mistral bert whisper stripe paypal
  twilio sendgrid mailchimp shopify magento drupal joomla wordpress moodle canvas blackboard sakai turnitin grammarly duolingo coursera udemy
  codecademy freecodecamp leetcode hackerrank codewars exercism stackoverflow reddit telegram signal skype webex meet hangouts gmail thunderbird
  calendar docs sheets drive dropbox onedrive sharepoint confluence miro mural canva photoshop illustrator sketch invision balsamiq blender unity unreal godot
  phaser pygame tkinter qt gtk electron tauri flutter ionic cordova capacitor expo xamarin swiftui kotlin jetpack compose android_studio
  xcode pycharm webstorm rider codespaces devcontainer podman containerd rancher openshift argo flux tekton circleci travis_ci github_actions
  actions gitlab_ci sonarqube sonar snyk dependabot renovate codecov cypress webdriver puppeteer karma tape ava sinon enzyme testing_library
  hypothesis pytest tox nox black flake mypy ruff pylint isort celery gunicorn uvicorn starlette pydantic sqlalchemy alembic marshmallow jinja
  mustache handlebars pug ejs thymeleaf laravel symfony composer eloquent blade phoenix ecto sinatra sidekiq puma capistrano rspec minitest
  bundler rubocop cargo tokio serde actix rocket gin echo fiber gorm goroutine quarkus micronaut vertx jersey tomcat jetty wildfly weblogic
  glassfish log4j slf4j logback ribbon eureka zuul feign retrofit dagger hilt room glide picasso_library coroutine rxjava redux mobx zustand recoil jotai
  immer lodash ramda underscore moment luxon dayjs d3 leaflet mapbox three.js chart.js echarts highcharts bokeh altair dash streamlit gradio
  scipy sympy statsmodels xgboost lightgbm catboost gensim spacy nltk opencv pillow dask ray modin beam snowflake redshift bigquery
  databricks dbt dagster prefect metabase superset looker qlik minio ceph hdfs parquet avro orc protobuf thrift grpc swagger openapi insomnia
  wireshark nmap metasploit burp kali parrot ghidra hashcat john_the_ripper nikto zap centos rhel alpine manjaro mint pop suse gentoo slackware
  freebsd solaris unix bsd wsl powershell bash zsh fish tmux nano notepad sublime_text atom brackets vscode visual_studio visual_studio_code
  chromium brave vivaldi webkit blink gecko v8 spidermonkey rosetta arduino jupyterlab jupyterhub rstudio shiny tidyverse ggplot dplyr knitr quarto
  latex overleaf pandoc mendeley zotero markdown doxygen javadoc sphinx mkdocs docusaurus hexo eleventy strapi contentful ghost netscape
  ctrl alt shift enter esc tab cmd supr intro windows_server spring_boot service_worker big_o visa mastercard amex bizum nequi pix venmo revolut zelle
  iphone ipad ios macos samsung galaxy pixel xiaomi huawei lenovo dell asus acer logitech nvidia intel amd cuda ryzen toyota tesla uber lyft
  airbnb spotify tiktok youtube twitch netflix pinterest snapchat linkedin quora medium substack patreon kickstarter ebay etsy walmart ikea zara
  random_forest isolation_forest mark_down aadhaar iban curp pesel nie dni rut cuil cuit nss ssn isbn doi elif const lang param params enum async await def func args kwargs init env dev prod repo
  lambda bool char int str len val struct impl async regex stdin stdout stderr npm npx yarn pnpm sudo chmod grep awk sed curl wget diff ls config configs args utils lib libs src dist tmp usr etc uid gid url urls uri uris id ids ok todo wifi hdmi html5 css3 es6 get post put patch delete head options trace select from where null true false undefined nan todo fixme note warn warning info error debug
  github_classroom git_bash sonnet opus haiku kahoot mentimeter padlet trellis erasmus montessori saber pisa titanic_dataset cifar coco wordnet
  hacktoberfest log4shell heartbleed wannacry stuxnet y2k pegasus enigma eniac univac cray commodore amiga sinclair atari nintendo sega
  sklearn nvm faker raspbian memcached auth oauth daily standup retro iframe gcloud kubectl arial refetching maxconn
  playstation xbox minecraft roblox fortnite pokemon tetris doom quake batman superman lego star_wars
`);

/** Where people are, and no people. */
export const PLACES = words(`
  paris londres london madrid berlin vienna viena rome roma lisbon lisboa dublin edinburgh cambridge oxford barcelona sevilla seville valencia bilbao
  granada toledo salamanca zaragoza málaga malaga sydney melbourne austin boston chicago denver houston dallas phoenix seattle
  portland charlotte orlando virginia dakota washington lincoln madison montgomery chad india china
  japan israel kenya cuba peru perú chile argentina colombia mexico méxico brazil brasil spain españa france francia germany alemania italy
  italia portugal ireland irlanda england scotland wales britain poland polonia holland sweden norway denmark finland greece turkey egypt
  morocco marruecos europe europa africa áfrica asia america américa amsterdam brussels bruselas prague praga warsaw moscow tokyo seoul
  beijing delhi mumbai cairo lagos nairobi santiago lima bogotá caracas montevideo buenos_aires new_york los_angeles san_francisco
  san_diego san_josé san_sebastián santa_cruz santa_fe silicon_valley stanford harvard yale princeton berkeley mit eth
  andalucía galicia asturias aragón navarra murcia extremadura cataluña cantabria
  akureyri hanoi mexico_city ciudad_de_mexico sao_paulo rio_de_janeiro accra kumasi abuja kano ibadan kampala kigali addis_ababa dakar tunis algiers casablanca rabat
  johannesburg cape_town durban harare lusaka luanda maputo dubai abu_dhabi riyadh doha kuwait tehran baghdad beirut amman damascus jerusalem tel_aviv ankara
  istanbul estambul izmir athens atenas sofia_bulgaria bucharest budapest belgrade zagreb ljubljana bratislava krakow cracovia gdansk wroclaw poznan vilnius riga
  tallinn helsinki stockholm estocolmo gothenburg oslo bergen copenhagen aarhus reykjavik kyiv kiev lviv minsk tbilisi yerevan baku tashkent almaty karachi lahore
  islamabad dhaka kolkata chennai bangalore bengaluru hyderabad pune jaipur kathmandu colombo bangkok phuket singapore kuala_lumpur jakarta manila cebu
  saigon ho_chi_minh_city shanghai shenzhen guangzhou hong_kong taipei osaka kyoto busan auckland wellington christchurch brisbane perth adelaide canberra
  toronto montreal vancouver ottawa calgary quebec miami atlanta detroit philadelphia baltimore pittsburgh cleveland minneapolis memphis nashville las_vegas
  sacramento san_jose san_antonio tijuana guadalajara monterrey puebla cancun oaxaca veracruz habana la_habana san_juan santo_domingo managua tegucigalpa
  panama guatemala salvador_bahia quito guayaquil cuenca cusco arequipa trujillo_peru la_paz cochabamba asuncion cordoba rosario_argentina mendoza_argentina medellin
  cali cartagena barranquilla bucaramanga valparaiso concepcion_chile manchester birmingham leeds liverpool glasgow bristol cardiff belfast cork galway limerick
  newcastle sheffield nottingham leicester brighton lyon lille marseille toulouse bordeaux nantes hamburg munich cologne frankfurt stuttgart dresden leipzig
  zurich geneva bern basel rotterdam the_hague utrecht antwerp ghent milan turin naples florence_italy venice bologna porto braga coimbra alicante cadiz
  gijon oviedo vigo pamplona logrono burgos leon_spain huelva jaen almeria badajoz caceres toledo castellon tarragona girona lleida mallorca ibiza tenerife
`);
