/** What a toast offers beside being read, for instance to take back what it tells. */
export interface ToastAction {
	label: string;
	act: () => void;
}

export interface Toast {
	id: number;
	kind: 'claimed' | 'info' | 'warn';
	text: string;
	action?: ToastAction | undefined;
}

const SHOWN_AT_ONCE = 3;

/** Short notices; the newest few are shown. */
export class Toasts {
	current: Toast[] = $state.raw([]);
	#next = 1;

	add(kind: Toast['kind'], text: string, action?: ToastAction): void {
		// The same once more is told once: what it offers is the newer thing to do.
		const others = this.current.filter((toast) => toast.text !== text);
		this.current = [...others, { id: this.#next++, kind, text, action }].slice(-SHOWN_AT_ONCE);
	}

	dismiss(id: number): void {
		this.current = this.current.filter((toast) => toast.id !== id);
	}
}
