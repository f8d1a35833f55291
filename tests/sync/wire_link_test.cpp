// Invitation codes as people type them, and links as messengers carry them.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>

#include "sync/wire/messages.hpp"

using namespace ayni;
using namespace ayni::wire;

TEST_CASE("codes are made of letters that nobody mixes up, each as often, and fold to what is kept") {
    std::set<std::string> all;
    std::map<char, int> count;
    for (int i = 0; i < 5000; ++i) {
        const std::string code = make_code();
        REQUIRE(code.size() == 9);
        REQUIRE(code[4] == '-');
        const auto folded = fold_code(code);
        REQUIRE(folded.has_value());
        REQUIRE(*folded == code.substr(0, 4) + code.substr(5));
        all.insert(code);
        for (const char c : *folded) {
            ++count[c];
        }
    }
    CHECK(all.size() == 5000);
    CHECK(count.size() == 31);
    // 40,000 letters over 31: about 1,290 each, give or take 36.
    for (const auto& [letter, times] : count) {
        INFO(letter);
        CHECK(times > 1290 - 250);
        CHECK(times < 1290 + 250);
    }
}

TEST_CASE("a code is read however it was typed") {
    for (const char* typed : {"ABCD-EFGH", "abcdefgh", "abcd efgh", " a b c d e f g h ", "ABCD--EFGH",
                              "AbCd\xE2\x80\x93"
                              "eFgH",
                              "abcd\xC2\xA0"
                              "efgh",
                              "abcd\xE2\x80\x91"
                              "efgh\n"}) {
        const auto code = fold_code(typed);
        INFO(typed);
        REQUIRE(code.has_value());
        CHECK(*code == "ABCDEFGH");
    }
}

TEST_CASE("what is no code is malformed") {
    for (const char* typed : {"", "-", "ABCD", "ABCDEFG", "ABCDEFGHJ", "ABCDEFG0", "ABCDEFG1", "ABCDEFGI", "ABCDEFGL",
                              "ABCDEFGO", "abcdefgo", "ABCD_EFG", "ABCDEFG\xC3\x89", "ABCD/EFGH", "\xFF"}) {
        INFO(typed);
        CHECK(fold_code(typed).fault() == Fault::malformed);
    }
}

TEST_CASE("a link says where the hub is, the code and the start of its key") {
    const auto link = parse_link("ayni://127.0.0.1:8440/ABCD-EFGH?k=00112233aabbccdd");
    REQUIRE(link.has_value());
    CHECK(link->base_url == "http://127.0.0.1:8440");
    CHECK(link->code == "ABCDEFGH");
    CHECK(link->key_start == "00112233aabbccdd");
}

TEST_CASE("links within one machine speak http, all others https") {
    const std::pair<const char*, const char*> cases[] = {
        {"ayni://127.0.0.1:8440/ABCDEFGH", "http://127.0.0.1:8440"},
        {"ayni://127.8.0.255/ABCDEFGH", "http://127.8.0.255"},
        {"ayni://localhost:1/ABCDEFGH", "http://localhost:1"},
        {"AYNI://LocalHost:65535/abcdefgh", "http://localhost:65535"},
        {"ayni://[::1]:8440/ABCDEFGH", "http://[::1]:8440"},
        {"ayni://[::1]/ABCDEFGH", "http://[::1]"},
        {"http://localhost:8440/ABCDEFGH", "http://localhost:8440"},
        {"https://localhost:8440/ABCDEFGH", "https://localhost:8440"},
        {"ayni://hub.example.org/ABCDEFGH", "https://hub.example.org"},
        {"ayni://Hub.Example.ORG:8440/ABCDEFGH", "https://hub.example.org:8440"},
        {"http://hub.example.org/ABCDEFGH", "https://hub.example.org"},
        {"https://hub.example.org/ABCDEFGH", "https://hub.example.org"},
        {"ayni://192.168.1.7:8440/ABCDEFGH", "https://192.168.1.7:8440"},
        {"ayni://[2001:DB8::7]:8440/ABCDEFGH", "https://[2001:db8::7]:8440"},
        {"ayni://127.example.org/ABCDEFGH", "https://127.example.org"},
        {"ayni://127.0.0.1.example.org/ABCDEFGH", "https://127.0.0.1.example.org"},
        {"ayni://127.0.0/ABCDEFGH", "https://127.0.0"},
        {"ayni://localhost.example.org/ABCDEFGH", "https://localhost.example.org"},
    };
    for (const auto& [text, base_url] : cases) {
        INFO(text);
        const auto link = parse_link(text);
        REQUIRE(link.has_value());
        CHECK(link->base_url == base_url);
        CHECK(link->code == "ABCDEFGH");
        CHECK(link->key_start.empty());
    }
}

TEST_CASE("a link may come without a code, with blanks around it, or with what a messenger hung on it") {
    for (const char* text : {"ayni://hub.example.org", "ayni://hub.example.org/", "ayni://hub.example.org?from=x",
                             "ayni://hub.example.org/?k=", "ayni://hub.example.org#top"}) {
        INFO(text);
        const auto link = parse_link(text);
        if (std::string_view(text).ends_with("k=")) {
            CHECK(link.fault() == Fault::malformed);
            continue;
        }
        REQUIRE(link.has_value());
        CHECK(link->base_url == "https://hub.example.org");
        CHECK(link->code.empty());
    }
    const auto link = parse_link("\n  https://hub.example.org/abcd-efgh/?from=chat&K=00112233AABBCCDD&id=7#part \r\n");
    REQUIRE(link.has_value());
    CHECK(link->code == "ABCDEFGH");
    CHECK(link->key_start == "00112233aabbccdd");
}

TEST_CASE("what is no link is malformed") {
    for (const char* text : {"",
                             "   ",
                             "ABCD-EFGH",
                             "hub.example.org/ABCDEFGH",
                             "ftp://hub.example.org/ABCDEFGH",
                             "ayni:/hub/ABCDEFGH",
                             "ayni:///ABCDEFGH",
                             "ayni://:8440/ABCDEFGH",
                             "ayni://hub:/ABCDEFGH",
                             "ayni://hub:0/ABCDEFGH",
                             "ayni://hub:65536/ABCDEFGH",
                             "ayni://hub:8440x/ABCDEFGH",
                             "ayni://hub:-1/ABCDEFGH",
                             "ayni://hub:1:2/ABCDEFGH",
                             "ayni://someone@hub/ABCDEFGH",
                             "ayni://h ub/ABCDEFGH",
                             "ayni://hub%2f/ABCDEFGH",
                             "ayni://-hub/ABCDEFGH",
                             "ayni://hub..org/ABCDEFGH",
                             "ayni://.hub/ABCDEFGH",
                             "ayni://::1/ABCDEFGH",
                             "ayni://[::1/ABCDEFGH",
                             "ayni://[]/ABCDEFGH",
                             "ayni://[::1]8440/ABCDEFGH",
                             "ayni://[::1]x:8440/ABCDEFGH",
                             "ayni://[hub]/ABCDEFGH",
                             "ayni://[fe80::1%25eth0]/ABCDEFGH",
                             "ayni://hub/ABCDEFG",
                             "ayni://hub/ABCDEFG0",
                             "ayni://hub/a/b",
                             "ayni://hub/v1/ABCDEFGH",
                             "ayni://hub//ABCDEFGH",
                             "ayni://hub/ABCDEFGH?k=0011",
                             "ayni://hub/ABCDEFGH?k=xyz",
                             "ayni://hub/ABCDEFGH?k=00112233aabbccdg",
                             "javascript:alert(1)",
                             "ayni://\xC3\xA9xample.org/ABCDEFGH"}) {
        INFO(text);
        CHECK(parse_link(text).fault() == Fault::malformed);
    }
    CHECK(parse_link("ayni://" + std::string(254, 'a') + "/ABCDEFGH").fault() == Fault::malformed);
    CHECK(parse_link("ayni://hub/ABCDEFGH?k=" + std::string(65, 'a')).fault() == Fault::malformed);
}

TEST_CASE("a link's text leads back to the same link") {
    const Link links[] = {
        {"http://127.0.0.1:8440", "ABCDEFGH", "00112233aabbccdd"},
        {"https://hub.example.org", "ABCDEFGH", ""},
        {"https://hub.example.org:8440", "", "00112233aabbccdd"},
        {"http://[::1]:8440", "", ""},
        {"https://127.0.0.1:8443", "ABCDEFGH", ""},
    };
    for (const Link& link : links) {
        const auto back = parse_link(link_text(link));
        REQUIRE(back.has_value());
        CHECK(back->base_url == link.base_url);
        CHECK(back->code == link.code);
        CHECK(back->key_start == link.key_start);
    }
    CHECK(link_text(links[0]) == "ayni://127.0.0.1:8440/ABCD-EFGH?k=00112233aabbccdd");
    CHECK(link_text(links[3]) == "ayni://[::1]:8440/");
    CHECK(link_text(links[4]) == "https://127.0.0.1:8443/ABCD-EFGH");
}
