	.section .start, "ax"
	.literal_position
	.align 4
	.global _start
_start:
	movi a1, _stack_top
	call0 start_of_tests
