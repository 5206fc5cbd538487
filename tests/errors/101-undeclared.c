int counter;
int main(void) {
    conter = 1;
    return nothing_like_it;
}
