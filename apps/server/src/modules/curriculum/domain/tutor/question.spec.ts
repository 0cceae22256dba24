import { describe, expect, it } from 'vitest';
import { askFor, inContext, titleOf } from './question.js';

describe('a question', () => {
  it('that points back is searched with the one before', () => {
    expect(inContext('And why is that?', 'What is a closure?')).toBe('What is a closure? And why is that?');
    expect(inContext('¿Y por qué?', '¿Qué es una pila?')).toBe('¿Qué es una pila? ¿Y por qué?');
    expect(inContext('What is a stack?', 'What is a closure?')).toBe('What is a stack?');
    expect(inContext('And why is that?', null)).toBe('And why is that?');
  });

  it('is made of what a lesson aims at', () => {
    expect(askFor('Find the variable that a name refers to')).toBe('How do I find the variable that a name refers to?');
    expect(askFor('SQL is written by hand.')).toBe('How do I SQL is written by hand?');
    expect(askFor('Encontrar la caja en que está un elemento de la página')).toMatch(/^¿Cómo puedo encontrar la caja/);
  });

  it('names its conversation, cut between words', () => {
    expect(titleOf('  What is\n a closure? ')).toBe('What is a closure?');
    const title = titleOf('word '.repeat(60));
    expect(title.length).toBeLessThanOrEqual(82);
    expect(title).toMatch(/word …$/);
  });
});
