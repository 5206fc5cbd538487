import MiniCC
import P1Backend

print(Mnemonic.all.count)
