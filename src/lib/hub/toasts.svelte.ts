/** A button of a toast, for example Undo. */
export interface ToastAction {
	label: string;
	act: () => void;
	/** it goes only when it is pressed or closed */
	stays?: boolean;
}

export interface Toast {
	id: number;
	kind: 'claimed' | 'info' | 'warn';
	text: string;
	action?: ToastAction | undefined;
}

const SHOWN_AT_ONCE = 3;

/** Short messages; only the newest few are shown. */
export class Toasts {
	current: Toast[] = $state.raw([]);
	#next = 1;

	add(kind: Toast['kind'], text: string, action?: ToastAction): void {
		// A repeated message replaces the old one, and with it the old action.
		const others = this.current.filter((toast) => toast.text !== text);
		this.current = [...others, { id: this.#next++, kind, text, action }].slice(-SHOWN_AT_ONCE);
	}

	clear(): void {
		this.current = [];
	}

	dismiss(id: number): void {
		this.current = this.current.filter((toast) => toast.id !== id);
	}
}
