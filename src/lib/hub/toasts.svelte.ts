export interface Toast {
	id: number;
	kind: 'claimed' | 'info' | 'warn';
	text: string;
}

const SHOWN_AT_ONCE = 3;

/** Short notices; the newest few are shown. */
export class Toasts {
	current: Toast[] = $state.raw([]);
	#next = 1;

	add(kind: Toast['kind'], text: string): void {
		this.current = [...this.current, { id: this.#next++, kind, text }].slice(-SHOWN_AT_ONCE);
	}

	dismiss(id: number): void {
		this.current = this.current.filter((toast) => toast.id !== id);
	}
}
