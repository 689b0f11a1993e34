/** What a dialog explains before anything happens. */
export interface Question {
	title: string;
	/** the words on the button that confirms it */
	action: string;
	what: QuestionLine[];
}

export interface QuestionLine {
	/** of ui/Icons.svelte */
	icon: string;
	/** it says what is lost; any other line says what stays */
	bad: boolean;
	title: string;
	text: string;
}
