/** The most common passwords of eight characters and more, folded to lower case: what an attacker tries first. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
12345678 123456789 1234567890 12345678910 87654321 987654321 0987654321 123123123 11223344 1122334455 112233445566
12341234 12344321 13131313 12121212 10203040 147258369 159753456 123654789 789456123 741852963 963852741 456789123
123321123 123456123 123456987 1234512345 123qwe123 1234qwer qwer1234 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 2wsx3edc
q1w2e3r4 q1w2e3r4t5 qwe123qwe qweasdzxc asdfghjk asdfghjkl asdf1234 asdfasdf zxcvbnm1 zxcvbnm123 qazwsxedc qazwsx123
qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345 qwerty123456 qwertyqwerty azertyuiop qwertzuiop
password password1 password12 password123 password1234 password! password1! passw0rd p@ssw0rd p@ssword p4ssw0rd pa$$w0rd
pass1234 pass12345 passpass passwort passwort1 contraseña contrasena motdepasse password2024 password2025 password2026
admin123 admin1234 admin12345 administrator administrador adminadmin root1234 rootroot changeme changeme1 changeme123
letmein1 letmein123 welcome1 welcome12 welcome123 welcome1! default1 guest123 user1234 test1234 testtest testtest1
test12345 testing123 temp1234 temporary login123 master123 access14 trustno1 whatever iloveyou iloveyou1 iloveyou2
iloveu123 lovelove loveyou1 princess princess1 sunshine sunshine1 football football1 baseball baseball1 basketball
superman superman1 batman123 spiderman starwars starwars1 pokemon1 pokemon123 michelle jennifer jessica1 charlie1
michael1 jordan23 ashley123 daniel123 computer computer1 internet internet1 samsung1 samsung123 google123 facebook
facebook1 linkedin microsoft windows10 macintosh minecraft fortnite playstation liverpool liverpool1 chelsea1 arsenal1
barcelona realmadrid manchester juventus corvette mercedes ferrari1 porsche1 mustang1 yamaha123 harley123 maverick
dolphins dolphin1 butterfly chocolate cookie123 cheese123 banana123 orange123 strawberry blueberry pineapple flower123
rainbow1 diamond1 midnight thunder1 lightning hurricane summer2024 summer2025 summer2026 winter2024 winter2025
winter2026 spring2025 spring2026 autumn2025 autumn2026 january1 february september november december monday123
monkey12 monkey123 dragon12 dragon123 shadow12 shadow123 killer123 hunter12 hunter123 freedom1 secret12 secret123
secretsecret abcd1234 abcde12345 abc12345 abc123456 abc123abc a1b2c3d4 a1b2c3d4e5 aa123456 aa12345678 a123456789
a12345678 q123456789 z123456789 1a2b3c4d 123abc123 123456aa 123456abc 12345qwert 12345abc 1234abcd 1234asdf zaq12wsx
zaq1zaq1 !qaz2wsx 1qaz@wsx !@#$%^&* !@#$%^&*() abcabcabc xxxxxxxx1 zzzzzzzz1 147147147 159159159 321321321 456456456
789789789 666666666 00000001 01012000 01011990 19901990 20002000 20202020 20242024 20252025 20262026 student1
student12 student123 student1234 teacher1 teacher123 school123 college1 university bootcamp bootcamp1 hackathon
tailcamp tailcamp1 tailcamp123 opusnode opusnode1 learning learning1 hello123 hello1234 hellohello helloworld
goodluck lucky123 blessed1 jesus123 jesuschrist godisgood allahuakbar nicole123 victoria alexander alexandra benjamin
elizabeth christian christina stephanie jonathan nicholas anthony1 matthew1 william1 patricia fernando francisco
`
    .trim()
    .split(/\s+/),
);
