//! A sentence encoder of the multilingual E5 family, read from a Hugging Face folder.
//!
//! Source: Wang et al. 2024, *Multilingual E5 Text Embeddings*; the mean of the last layer over the
//! tokens. Complexity: a text costs its tokens times the parameters of the model; texts of equal length
//! are computed together, so that none is padded and none depends on the others. Weakness: what goes
//! beyond [`MOST_TOKENS`] is not seen.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use candle_core::{DType, Device, Tensor, safetensors};
use candle_nn::VarBuilder;
use candle_transformers::models::{bert, xlm_roberta};
use rayon::prelude::*;
use serde_json::Value;
use tokenizers::{Tokenizer, TruncationParams};

use super::embeddings::Vectors;
use crate::error::{Error, Result};

/// What the model was trained to see before a text that is compared with its like.
const PREFIX: &str = "query: ";
/// Tokens of a text, at most.
const MOST_TOKENS: usize = 512;
/// Tokens that are computed together, at most, where there is more than one text.
const BATCH: usize = 2048;

/// A sentence encoder: texts in, vectors out.
pub struct Encoder {
    tokenizer: Tokenizer,
    model: Model,
    dimension: usize,
}

enum Model {
    Bert(bert::BertModel),
    XlmRoberta(xlm_roberta::XLMRobertaModel),
}

impl fmt::Debug for Encoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Encoder").field("dimension", &self.dimension).finish_non_exhaustive()
    }
}

impl Encoder {
    /// Reads `config.json`, `tokenizer.json` and `model.safetensors` in a folder.
    ///
    /// # Errors
    ///
    /// When a file is missing or is not what its name says, or the model is neither BERT nor
    /// XLM-RoBERTa.
    pub fn open(folder: &Path) -> Result<Self> {
        let path = folder.join("config.json");
        let text = std::fs::read_to_string(&path).map_err(|e| Error::io("read", &path, e))?;
        let wrong = |what: &'static str| {
            let path = path.clone();
            move |error: serde_json::Error| Error::expected(what, error.to_string()).in_file(&path)
        };
        let config: Value = serde_json::from_str(&text).map_err(wrong("JSON"))?;
        let kind = config["model_type"].as_str().unwrap_or("nothing").to_owned();
        let dimension = config["hidden_size"].as_u64().unwrap_or_default() as usize;

        let path = folder.join("model.safetensors");
        let unfit = |error: candle_core::Error| {
            Error::expected(format!("a {kind} model"), first_line(&error)).in_file(&path)
        };
        path.metadata().map_err(|error| Error::io("read", &path, error))?;
        let tensors = safetensors::load(&path, &Device::Cpu).map_err(unfit)?;
        let weights = VarBuilder::from_tensors(tensors, DType::F32, &Device::Cpu);
        let model = match kind.as_str() {
            "bert" => {
                let config = serde_json::from_value(config).map_err(wrong("a BERT model"))?;
                Model::Bert(bert::BertModel::load(weights, &config).map_err(unfit)?)
            }
            "xlm-roberta" => {
                let config = serde_json::from_value(config).map_err(wrong("an XLM-R model"))?;
                let model = xlm_roberta::XLMRobertaModel::new(&config, weights);
                Model::XlmRoberta(model.map_err(unfit)?)
            }
            _ => {
                let expected = "model_type bert or xlm-roberta";
                return Err(Error::expected(expected, kind).in_file(&folder.join("config.json")));
            }
        };
        let tokenizer = tokenizer(&folder.join("tokenizer.json"))?;
        Ok(Encoder { tokenizer, model, dimension })
    }

    /// The vectors of texts, in their order.
    ///
    /// # Errors
    ///
    /// When the tokenizer has tokens that the model does not know.
    pub fn encode(&self, texts: &[String]) -> Result<Vectors> {
        let prefixed: Vec<String> = texts.iter().map(|text| format!("{PREFIX}{text}")).collect();
        let tokens = self
            .tokenizer
            .encode_batch(prefixed, true)
            .map_err(|error| Error::expected("text with tokens", error.to_string()))?;
        let mut by_length: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, tokens) in tokens.iter().enumerate() {
            by_length.entry(tokens.len()).or_default().push(at);
        }
        let batches: Vec<&[usize]> = by_length
            .iter()
            .rev()
            .flat_map(|(&length, texts)| texts.chunks((BATCH / length.max(1)).max(1)))
            .collect();
        let rows: Vec<Vec<Vec<f32>>> = batches
            .par_iter()
            .map(|batch| {
                let ids: Vec<&[u32]> = batch.iter().map(|&at| tokens[at].get_ids()).collect();
                self.pooled(&ids)
            })
            .collect::<candle_core::Result<_>>()
            .map_err(|error| Error::expected("tokens of this model", first_line(&error)))?;
        let mut values = vec![0.0; texts.len() * self.dimension];
        for (&at, row) in batches.into_iter().flatten().zip(rows.iter().flatten()) {
            values[at * self.dimension..(at + 1) * self.dimension].copy_from_slice(row);
        }
        Vectors::new(values, self.dimension)
    }

    /// The mean of the last layer over the tokens, for texts of equal length.
    fn pooled(&self, ids: &[&[u32]]) -> candle_core::Result<Vec<Vec<f32>>> {
        let shape = (ids.len(), ids.first().map_or(0, |ids| ids.len()));
        let ids = Tensor::from_vec(ids.concat(), shape, &Device::Cpu)?;
        let (types, mask) = (ids.zeros_like()?, ids.ones_like()?);
        let layer = match &self.model {
            Model::Bert(model) => model.forward(&ids, &types, Some(&mask))?,
            Model::XlmRoberta(model) => model.forward(&ids, &mask, &types, None, None, None)?,
        };
        layer.mean(1)?.to_vec2()
    }
}

fn tokenizer(path: &Path) -> Result<Tokenizer> {
    path.metadata().map_err(|error| Error::io("read", path, error))?;
    let unfit =
        |error: tokenizers::Error| Error::expected("a tokenizer", error.to_string()).in_file(path);
    let mut tokenizer = Tokenizer::from_file(path).map_err(unfit)?;
    let truncation = TruncationParams { max_length: MOST_TOKENS, ..TruncationParams::default() };
    tokenizer.with_truncation(Some(truncation)).map_err(unfit)?;
    tokenizer.with_padding(None);
    Ok(tokenizer)
}

/// An error without the trace that follows it.
fn first_line(error: &candle_core::Error) -> String {
    error.to_string().lines().next().unwrap_or_default().to_owned()
}
