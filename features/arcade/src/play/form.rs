//! From the fields of the form to an answer.

use feature::games::Given;

/// `item_id`, then by kind `option` (several), `place-ID` (1, 2, …), `target-ID` or `text`.
pub(crate) fn given(fields: &[(String, String)]) -> Given {
    let all = |name: &str| -> Vec<String> {
        fields.iter().filter(|(it, _)| it == name).map(|(_, value)| value.clone()).collect()
    };
    let with = |prefix: &str| -> Vec<(String, String)> {
        let found = fields.iter().filter_map(|(name, value)| Some((name.strip_prefix(prefix)?, value)));
        found
            .filter(|(_, value)| !value.is_empty())
            .map(|(id, value)| (id.to_owned(), value.clone()))
            .collect()
    };
    let mut places = with("place-");
    places.sort_by_key(|(_, place)| place.parse::<u32>().unwrap_or(u32::MAX));
    let order: Vec<String> = places.into_iter().map(|(id, _)| id).collect();
    let pairs = with("target-");
    Given {
        item_id: all("item_id").into_iter().next().unwrap_or_default(),
        option_ids: Some(all("option")),
        order: Some(order),
        pairs: Some(pairs.into_iter().collect()),
        text: all("text").into_iter().next(),
    }
}

#[cfg(test)]
mod tests {
    use super::given;

    #[test]
    fn places_become_an_order() {
        let fields =
            [("item_id", "i"), ("place-o1", "2"), ("place-o2", "1"), ("option", "o3"), ("target-o1", "")];
        let fields: Vec<_> = fields.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        let given = given(&fields);
        assert_eq!(given.order.unwrap(), ["o2", "o1"]);
        assert_eq!(given.option_ids.unwrap(), ["o3"]);
        assert!(given.pairs.unwrap().is_empty());
    }
}
