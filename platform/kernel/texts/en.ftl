kernel-line-empty = Something is still missing here.
kernel-line-control = There are characters here that do not belong in this text, such as a line break.
kernel-line-long = That is too long. At most { $max } characters fit here.
