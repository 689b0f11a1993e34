import { formats } from '../../src/lib/words/format/formats.svelte.ts';

/** Unit tests begin in these formats; those of formats show others. */
formats.show({ locale: 'en', twelveHours: false, firstDay: 0, fahrenheit: false });
