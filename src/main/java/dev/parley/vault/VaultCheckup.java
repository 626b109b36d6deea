package dev.parley.vault;

import dev.parley.platform.Checkup;
import dev.parley.platform.UnsafeStart;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Whether the master keys are those that what is stored is sealed with.
@Component
@Order(5)
class VaultCheckup implements Checkup {

  private final ObjectProvider<KnownKeys> keys;

  VaultCheckup(ObjectProvider<KnownKeys> keys) {
    this.keys = keys;
  }

  @Override
  public String name() {
    return "master keys";
  }

  @Override
  public Result examine() {
    try {
      keys.getObject().confirm();
      return new Well("they open what is stored");
    } catch (UnsafeStart e) {
      return new Ill(String.valueOf(e.getMessage()), e.remedy());
    } catch (BeanCreationException | DataAccessException _) {
      return new Doubtful("Nobody can tell without the database.", "See to that first.");
    }
  }
}
