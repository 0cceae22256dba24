import { z } from 'zod';

const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\ufe0f?\u20e3/u;
const TEXT_STYLE = /^\p{Extended_Pictographic}$/u;
const PICTURE_STYLE = /^\p{Emoji_Presentation}$/u;
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * One picture as a person sees it, however many code points it has: 👍🏽, 👩‍👩‍👧, 🇵🇹, 1️⃣. Where one code point would be shown
 * as text, the sign that makes it a picture is added, so that ❤ and ❤️ are the same reaction.
 */
export const Emoji = z
  .string()
  .max(64)
  .refine((text) => PICTURE.test(text) && [...segmenter.segment(text)].length === 1, 'One emoji')
  .overwrite((text) => (TEXT_STYLE.test(text) && !PICTURE_STYLE.test(text) ? `${text}\ufe0f` : text));
