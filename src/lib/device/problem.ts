export type Part = 'relays' | 'inputs' | 'sensors' | 'schedules';

/** Something the board would refuse. fieldId() gives the id of the form field it is about. */
export interface Problem {
	part: Part;
	id: number;
	field: string;
	message: string;
}
