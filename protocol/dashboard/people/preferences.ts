/** How the dashboard speaks to each person. */
import { z } from 'zod';

/** The languages of the dashboard, as BCP 47 has them. */
export const Language = z.enum(['en', 'de', 'fr', 'es', 'it', 'nl', 'pl']);
export type Language = z.infer<typeof Language>;

/** PUT /account/preferences → 204. Each is of the person who asks; all are replaced. `auto` is as the browser has it. */
export const Preferences = z.object({
	language: z.enum(['auto', ...Language.options]),
	/** of the clock */
	hours: z.enum(['auto', '12', '24']),
	weekStart: z.enum(['auto', 'monday', 'sunday', 'saturday']),
	/** only shown in it: the API, stored values and CSV have °C */
	temperature: z.enum(['auto', 'celsius', 'fahrenheit']),
});
export type Preferences = z.infer<typeof Preferences>;
