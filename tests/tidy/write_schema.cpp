// write_schema PAGE: brings the schema's tables in PAGE (ARCHITECTURE.md) up to date, and prints what changed.

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "tests/tidy/schema_page.hpp"

int main(int count, char** words) {
    if (count != 2) {
        std::cerr << "usage: write_schema PAGE\n";
        return 2;
    }
    std::ifstream in(words[1], std::ios::binary);
    const std::string page{std::istreambuf_iterator<char>(in), {}};
    const auto wanted = ayni::tidy::with_schema(page);
    if (!wanted) {
        std::cerr << words[1] << ": " << wanted.error().detail << "\n";
        return 1;
    }
    std::cout << ayni::tidy::difference(page, *wanted);
    std::ofstream out(words[1], std::ios::binary);
    out << *wanted;
    return out.flush() ? 0 : 1;
}
