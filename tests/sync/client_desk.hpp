#pragma once
// A hub process, a coordinator with aynictl and the people whom she invites.

#include <filesystem>
#include <memory>
#include <string>

#include "platforms/linux/profile_lock.hpp"
#include "tests/season/hub_process.hpp"
#include "tests/season/phones.hpp"
#include "tests/sync/hub_village.hpp"

namespace ayni::client_test {

using season_test::Json;

class Phone : public season_test::Phone {
public:
    using season_test::Phone::Phone;
    /// Must succeed. What it says on the way matters only to some.
    std::vector<std::string> does(const season_test::Words& command) const { return season_test::Phone::does(command); }
};

class Desk {
public:
    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path; }
    [[nodiscard]] Phone person(const std::string& name) const { return Phone(folder_.path / name); }

    /// Starts a hub; the coordinator makes a cohort with one pair: Maude, and Rosa with her bakery.
    void opens() {
        hub_ = std::make_unique<season_test::HubProcess>(folder_.path, "Odile (ficticia)");
        odile_.does({"join", hub_->link()});
        odile_.does({"sync"});
        const std::string cohort = makes("Cohort", {"code=T", "name=Prueba"});
        const std::string here = "cohort:" + cohort;
        maude = makes("Person", {"name=Maude (ficticia)", "role=mentor", "--scope", here});
        rosa = makes("Person", {"name=Rosa (ficticia)", "role=entrepreneur", "--scope", here});
        bakery = makes("Business", {"name=Panadería", "leaders=" + rosa, "--scope", here});
        pairing = makes("Pairing", {"mentor=" + maude, "business=" + bakery, "status=active", "--scope", here});
        odile_.does({"sync"});
    }
    [[nodiscard]] const Phone& coordinator() const { return odile_; }
    Phone joins(const std::string& name, const std::string& who) {
        Phone phone = person(name);
        phone.does({"join", odile_.does_one({"invite", who}).at("link")});
        phone.does({"sync"});
        return phone;
    }
    [[nodiscard]] shell::ProfileLock holds_profile_of_coordinator() const {
        auto lock = shell::ProfileLock::take(odile_.folder(), std::chrono::milliseconds(0));
        REQUIRE(lock);
        return std::move(*lock);
    }

    std::string maude, rosa, bakery, pairing;

private:
    std::string makes(const std::string& kind, const season_test::Words& rest) {
        season_test::Words words{"add", kind};
        words.insert(words.end(), rest.begin(), rest.end());
        return odile_.does_one(words).at("id");
    }
    hub_test::Folder folder_;
    std::unique_ptr<season_test::HubProcess> hub_;
    Phone odile_{folder_.path / "odile"};
};

}  // namespace ayni::client_test
