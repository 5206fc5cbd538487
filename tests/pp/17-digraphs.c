// Other spellings of punctuators, which # shows as they are written.
%:define F(x) %:x x
F(<: :> <% %> %: %:%:) <:1:> <% %>
#define paste(a, b) a %:%: b
paste(x, y) <::> <%%>
