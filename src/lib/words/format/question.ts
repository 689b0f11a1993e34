/** What a dialog explains before anything happens. A `bad` line says what is lost, any other what stays. */
export interface Question {
	title: string;
	action: string;
	what: QuestionLine[];
}

export interface QuestionLine {
	/** of ui/Icons.svelte */
	icon: string;
	bad: boolean;
	title: string;
	text: string;
}
