# A dozen random programs as people write them, on all machines, as one unit and from objects. `make fuzz KIND=people` runs more.
"$ROOT/build/bin/fuzz" people --count=12 --arch=amd64,aarch64,riscv64 --jobs=2 --compiler="$MINICC"
