/** Where students of the demo come from: a time zone, names usual there, and what is spoken. */
export interface Place {
  readonly timeZone: string;
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly families: readonly string[];
  readonly languages: readonly string[];
}

const words = (text: string): string[] => text.split(' ');

const place = (timeZone: string, languages: string, women: string, men: string, families: string): Place => ({
  timeZone,
  languages: words(languages),
  women: words(women),
  men: words(men),
  families: words(families),
});

/** With how often each occurs: most live within two hours of each other, some far away. */
export const PLACES: readonly (readonly [Place, number])[] = [
  [
    place(
      'Europe/Lisbon',
      'Portuguese',
      'Inês Beatriz Mariana Leonor Matilde Joana Carolina Teresa',
      'Tiago Rui Gonçalo Duarte Miguel Afonso Nuno Vasco',
      'Carvalho Figueiredo Moreira Teixeira Pinto Neves Brandão Lourenço Antunes Sequeira',
    ),
    18,
  ],
  [
    place(
      'Europe/London',
      'English',
      'Amelia Imogen Freya Zainab Chloe Niamh Priya Harriet',
      'Callum Oliver Kwame Rhys Harvey Imran Declan Toby',
      'Whitfield Okafor Hussain Pritchard Gallagher Mensah Ashworth Doyle Kaur Bennett',
    ),
    16,
  ],
  [
    place(
      'Europe/Madrid',
      'Spanish',
      'Lucía Nerea Ainhoa Carmen Valeria Irene Noa Rocío',
      'Álvaro Iker Hugo Pablo Mateo Unai Sergio Marcos',
      'Etxeberria Castellanos Domínguez Vidal Serrano Peñalver Rius Quintana Bravo Ferrer',
    ),
    15,
  ],
  [
    place(
      'Europe/Berlin',
      'German',
      'Lena Frieda Zeynep Johanna Marie Elif Annika Greta',
      'Jonas Emre Felix Moritz Lukas Anton Cem Matthias',
      'Brandt Yıldız Krämer Hofmann Lorenz Öztürk Seidel Winter Reuter Aydın',
    ),
    16,
  ],
  [
    place(
      'Europe/Warsaw',
      'Polish',
      'Zofia Agnieszka Kinga Oliwia Hanna Małgorzata Weronika Ola',
      'Jakub Łukasz Bartosz Kacper Wojciech Mikołaj Paweł Igor',
      'Nowak Wójcik Zając Wróbel Dudek Sikora Mazur Pawlak Kaczmarek Kozieł',
    ),
    12,
  ],
  [
    place(
      'Europe/Athens',
      'Greek',
      'Eleni Danae Katerina Ioanna Myrto Despina Ariadne Sofia',
      'Nikos Stavros Dimitris Petros Alexis Thanos Yannis Kostas',
      'Georgiou Christou Markou Ioannou Dimitriou Kyriakou Pavlou Nikolaou Vasileiou Alexandrou',
    ),
    9,
  ],
  [
    place(
      'Africa/Lagos',
      'Yoruba Igbo',
      'Adaeze Folake Ngozi Temitope Amara Yetunde Chioma Bisi',
      'Chinedu Tunde Emeka Olumide Ifeanyi Segun Kelechi Babajide',
      'Adeyemi Eze Balogun Nwosu Okonkwo Afolabi Obi Ogunleye Uche Bankole',
    ),
    10,
  ],
  [
    place(
      'Africa/Nairobi',
      'Swahili',
      'Wanjiru Akinyi Njeri Halima Makena Zawadi Nyambura Atieno',
      'Kamau Otieno Mwangi Juma Kiprop Baraka Ochieng Kariuki',
      'Kimani Odhiambo Mutua Wekesa Njoroge Chebet Omondi Waweru Barasa Maina',
    ),
    8,
  ],
  [
    place(
      'America/Sao_Paulo',
      'Portuguese',
      'Luana Thaís Isadora Yasmin Camila Heloísa Larissa Bruna',
      'Caio Thiago Renan Vinícius Otávio Danilo Murilo Igor',
      'Cavalcanti Nascimento Guimarães Bezerra Prado Siqueira Valadares Camargo Dias Matos',
    ),
    6,
  ],
  [
    place(
      'Asia/Kolkata',
      'Hindi Tamil',
      'Ananya Kavya Meera Shreya Divya Ishita Lakshmi Nandini',
      'Arjun Rohan Karthik Vikram Aditya Siddharth Nikhil Pranav',
      'Iyer Deshpande Chatterjee Reddy Banerjee Kulkarni Menon Bhatt Srinivasan Joshi',
    ),
    6,
  ],
  [
    place(
      'America/New_York',
      'English',
      'Jasmine Mei Gabriela Aaliyah Hannah Naomi Soo-ah Ximena',
      'Marcus Wei Diego Jamal Ethan Daniel Min-jun Andre',
      'Washington Chen Rivera Goldberg Nguyen Kowalczyk Park Baptiste Flores Coleman',
    ),
    4,
  ],
];
