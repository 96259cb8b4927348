export type NamePool = { first: readonly string[]; last: readonly string[] }

const pool = (first: string, last: string): NamePool => ({
  first: first.split(' '),
  last: last.split(' '),
})

/** Common given and family names. Squads are made up from them; a real player's name is chance. */
const POOLS = {
  dutch: pool(
    'Bram Daan Finn Jasper Jens Jeroen Joost Lars Luuk Maarten Niels Pieter Ruben Sander Stijn Thijs Tim Tom Wout Youri',
    'Bakker Bos Brouwer Dekker Dijkstra Hendriks Hoekstra Jacobs Jansen Kok Kuipers Maas Meijer Mulder Peeters Postma Prins Schouten Smits Verhoeven Vermeer Visser Vos Willems',
  ),
  english: pool(
    'Adam Alex Ben Callum Charlie Connor Daniel Ethan George Harry Jack Jacob James Joe Josh Kieran Liam Luke Nathan Ryan Sam Scott Tom Will',
    "Allen Bailey Baker Barnes Bennett Brooks Carter Clarke Cole Cooper Davies Doyle Ellis Evans Foster Gray Hughes Kelly Marsh Mason Mills Morgan Murphy O'Brien Palmer Parker Price Reid Shaw Turner Walsh Ward Webb Wright",
  ),
  french: pool(
    'Adrien Alexis Antoine Baptiste Clément Enzo Florian Gaël Hugo Jules Julien Léo Loïc Lucas Mathis Maxime Nicolas Quentin Rémi Théo Thomas Valentin Yanis Yann',
    'Bernard Blanc Bonnet Boyer Chevalier Colin Diallo Dubois Dupont Fontaine Garnier Gauthier Girard Lambert Leroy Marchand Mercier Moreau Morel Perrin Picard Renard Roche Rousseau Roy Simon Traoré Vidal',
  ),
  german: pool(
    'Alexander Benedikt Christian David Dominik Elias Fabian Felix Florian Jan Jonas Julian Kevin Leon Lukas Marcel Marco Maximilian Moritz Niklas Patrick Paul Philipp Sebastian Simon Tobias',
    'Bauer Becker Berger Braun Fischer Frank Fuchs Günther Haas Hartmann Hofmann Huber Keller Koch König Krause Lang Lehmann Maier Pichler Richter Schäfer Schmid Schulz Seidel Vogel Wagner Weber Winkler Wolf',
  ),
  italian: pool(
    'Alessandro Andrea Antonio Daniele Davide Diego Edoardo Fabio Federico Filippo Francesco Gabriele Giacomo Giovanni Leonardo Lorenzo Luca Marco Matteo Mattia Nicolò Pietro Riccardo Simone Stefano Tommaso',
    'Barbieri Bianchi Bruno Caruso Colombo Conte Costa Esposito Fabbri Ferrara Ferrari Fontana Galli Gatti Giordano Greco Leone Lombardi Mancini Marini Martini Moretti Ricci Rinaldi Rizzo Romano Russo Serra Testa Villa',
  ),
  portuguese: pool(
    'André António Bernardo Bruno Caio Diogo Duarte Eduardo Fábio Felipe Gabriel Gonçalo Gustavo Henrique Hugo João Leandro Lucas Marcos Mateus Miguel Nuno Pedro Rafael Renato Ricardo Rodrigo Thiago Tomás Vitor',
    'Almeida Alves Araújo Barbosa Cardoso Carvalho Correia Costa Dias Duarte Fernandes Ferreira Gomes Lima Lopes Machado Marques Martins Mendes Monteiro Moreira Moura Nunes Oliveira Pereira Pinto Ramos Ribeiro Rocha Santos Silva Souza Teixeira',
  ),
  slavic: pool(
    'Aleksandar Andrej Bogdan Dejan Dmitri Filip Goran Igor Ivan Jakub Jan Lukáš Luka Marek Marko Martin Mateusz Milan Nikola Ondřej Pavel Petar Piotr Roman Stefan Tomáš Viktor Vladimir',
    'Babić Dragić Dvořák Horváth Ivanov Jovanović Kolar Kovač Kowalski Kozlov Kučera Lukić Marić Nagy Novak Nowak Orlov Pavlov Petrov Popov Sokolov Stojanović Svoboda Tóth Varga Veselý Vuković Wójcik Zieliński',
  ),
  spanish: pool(
    'Adrián Alejandro Álvaro Carlos Cristian Daniel David Diego Emiliano Esteban Facundo Fernando Gonzalo Hugo Iker Javier Joaquín Jorge José Juan Lautaro Luis Manuel Marcos Mario Matías Nicolás Pablo Rubén Santiago Sebastián Sergio',
    'Acosta Aguilar Benítez Cabrera Castillo Castro Cruz Delgado Díaz Domínguez Fernández Flores García Gil Gómez González Gutiérrez Herrera Iglesias Jiménez López Medina Molina Moreno Navarro Núñez Ortega Pérez Ramírez Reyes Ríos Romero Ruiz Sánchez Sosa Suárez Torres Vargas Vega',
  ),
} as const satisfies Record<string, NamePool>

const POOL_OF_COUNTRY: Readonly<Record<string, keyof typeof POOLS>> = {
  ALG: 'french',
  ARG: 'spanish',
  AUT: 'german',
  BEL: 'dutch',
  BLR: 'slavic',
  BOL: 'spanish',
  BRA: 'portuguese',
  BUL: 'slavic',
  CHI: 'spanish',
  COL: 'spanish',
  CRO: 'slavic',
  CZE: 'slavic',
  DEN: 'german',
  ECU: 'spanish',
  ESP: 'spanish',
  FRA: 'french',
  GER: 'german',
  HUN: 'slavic',
  ITA: 'italian',
  MAR: 'french',
  MEX: 'spanish',
  NED: 'dutch',
  PAR: 'spanish',
  PER: 'spanish',
  POL: 'slavic',
  POR: 'portuguese',
  ROU: 'slavic',
  RUS: 'slavic',
  SRB: 'slavic',
  SUI: 'german',
  SVK: 'slavic',
  SVN: 'slavic',
  UKR: 'slavic',
  URU: 'spanish',
  VEN: 'spanish',
}

/** Countries without a pool of their own borrow the English one. */
export const namePoolOf = (fifaCode: string): NamePool =>
  POOLS[POOL_OF_COUNTRY[fifaCode] ?? 'english']
