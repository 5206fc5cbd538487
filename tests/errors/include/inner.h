#error In here.
